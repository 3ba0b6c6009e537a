// Reached only when everything that package-lock.json asks for is installed.
process.stdout.write(`Node ${process.versions.node}, everything installed.\n`);
