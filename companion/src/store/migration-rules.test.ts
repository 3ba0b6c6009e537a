import { describe, expect, test } from '@jest/globals';
import { LAST_RELEASE } from '../../testing/last-release.ts';
import { readMigrations } from './migration-files.ts';
import { findUnsafeStatements } from './migration-rules.ts';

const added = (await readMigrations()).migrationDirectories.filter(({ path }) => path > LAST_RELEASE);

describe('the migrations since the last release', () => {
  // While there is none, nothing is judged; the cases below show that the rules bite.
  test('leave the version before at work', () => {
    const unsafe = added.flatMap(({ path, migrationFile: { content } }) =>
      findUnsafeStatements(content.tag === 'ok' ? content.value : '').map((why) => `${path}: ${why}`),
    );
    expect(unsafe).toEqual([]);
  });
});

describe('findUnsafeStatements', () => {
  test.each([
    ['ALTER TABLE "score" DROP COLUMN "band";', /takes away/],
    ['DROP TABLE "score";', /takes away/],
    ['ALTER TABLE "score" RENAME COLUMN "a" TO "b";', /renames/],
    ['ALTER TABLE "score" RENAME TO "scores";', /renames/],
    ['ALTER TABLE "score" ALTER COLUMN "a" SET DATA TYPE BIGINT;', /type/],
    ['ALTER TABLE "score" ALTER COLUMN "a" TYPE BIGINT;', /type/],
    ['ALTER TABLE "score" ALTER COLUMN "a" SET NOT NULL;', /forbids NULL/],
    ['ALTER TABLE "score" ADD COLUMN "a" TEXT NOT NULL;', /give it a DEFAULT/],
    [
      'ALTER TABLE "score" ADD COLUMN "a" TEXT NOT NULL,\nADD COLUMN "b" INT NOT NULL DEFAULT 0;',
      /give it a DEFAULT/,
    ],
    ['CREATE INDEX "i" ON "score"("a");', /locks a table/],
    ['CREATE UNIQUE INDEX "i" ON "score"("a");', /forbids rows/],
    ['ALTER TABLE "score" ADD CONSTRAINT "c" CHECK (a > 0);', /under a lock/],
    ['TRUNCATE "score";', /empties/],
    ['create table "new" ("a" text);\nCREATE INDEX "i" ON "score"("a");', /locks a table/],
  ])('refuses %s', (sql, why) => {
    expect(findUnsafeStatements(sql)).toEqual([expect.stringMatching(why)]);
  });

  test.each([
    ['ALTER TABLE "score" ADD COLUMN "a" TEXT;'],
    ['ALTER TABLE "score" ADD COLUMN "a" INT NOT NULL DEFAULT 0, ADD COLUMN "b" TEXT;'],
    ['ALTER TABLE "score" ADD COLUMN "a" TEXT, ADD COLUMN "b" INT NOT NULL DEFAULT 0;'],
    [
      'CREATE TABLE "new" ("a" TEXT NOT NULL, CONSTRAINT "p" PRIMARY KEY ("a"));\nCREATE UNIQUE INDEX "i" ON "new"("a");',
    ],
    ['CREATE TABLE "new" ("a" TEXT);\nALTER TABLE "new" ADD CONSTRAINT "c" CHECK (a > \'\');'],
    ['CREATE INDEX CONCURRENTLY "i" ON "score"("a");'],
    ['ALTER TABLE "score" ADD CONSTRAINT "c" CHECK (a > 0) NOT VALID;'],
    ['-- DROP TABLE "score" comes in the release after\nALTER TABLE "score" ADD COLUMN "a" TEXT;'],
    ['UPDATE "org" SET "full_read_at" = NULL;'],
    ['-- contract: nothing has read it since 1.2\nALTER TABLE "score" DROP COLUMN "band";'],
  ])('takes %s', (sql) => {
    expect(findUnsafeStatements(sql)).toEqual([]);
  });

  test('takes no contract without a reason', () => {
    expect(findUnsafeStatements('-- contract:\nDROP TABLE "score";')).toHaveLength(1);
  });
});
