// For a container's health check: 0 when the companion of this machine answers, 1 when it does not. Needs no package.
const PATIENCE_MS = 4_000;
const port = process.env['COMPANION_PORT'] || '4610';

try {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}

export {};
