import { z } from 'zod';

/** A command as it is handed to the service: what was typed, and where. */
export const commandRequest = z.strictObject({
  name: z.string(),
  args: z.array(z.string()),
  folder: z.string(),
});
export type CommandRequest = z.infer<typeof commandRequest>;

/** What comes back, line by line; `code` is the last. */
export const commandLine = z.union([
  z.strictObject({ print: z.string() }),
  z.strictObject({ progress: z.string(), share: z.number().optional() }),
  z.strictObject({ complain: z.string() }),
  z.strictObject({ code: z.number().int() }),
]);
export type CommandLine = z.infer<typeof commandLine>;

/** A header by which a command that is carried out is told apart: a DELETE with the same one asks it to stop. */
export const COMMAND_ID_HEADER = 'x-command-id';

/** The file in the data folder that says where the service takes commands. */
export const ADDRESS_FILE = 'companion.commands';
