import { CommandError } from '../process/command-error.ts';
import { describeFailure, type SfAnswer } from './describe-failure.ts';

/** An sf command that failed, with its whole answer for those who can tell more from it. */
export class SfFailure extends CommandError {
  readonly answer: SfAnswer;

  constructor(args: readonly string[], answer: SfAnswer) {
    super(describeFailure(args, answer));
    this.answer = answer;
  }
}
