import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import type { FieldKind } from '../field-kind.ts';

const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A literal record Id, or `@{alias}`: the Id that an earlier operation of the same mutation made. */
export const IdOrRef = textScalar('IdOrRef');
export const Long = numberScalar('Long');

/** The scalar that carries the raw value of each kind of field. */
export const KIND_SCALARS: Readonly<Record<FieldKind, GraphQLScalarType>> = {
  ID: GraphQLID,
  String: GraphQLString,
  Boolean: GraphQLBoolean,
  Int: GraphQLInt,
  TextArea: textScalar('TextArea'),
  LongTextArea: textScalar('LongTextArea'),
  RichTextArea: textScalar('RichTextArea'),
  Double: numberScalar('Double'),
  Currency: numberScalar('Currency'),
  Percent: numberScalar('Percent'),
  Date: textScalar('Date', (text) => DATE_PATTERN.test(text) && isDay(text), 'a date as YYYY-MM-DD'),
  DateTime: textScalar(
    'DateTime',
    (text) => DATE_TIME_PATTERN.test(text) && !Number.isNaN(Date.parse(text)),
    'a datetime as YYYY-MM-DDThh:mm:ssZ',
  ),
  Picklist: textScalar('Picklist'),
  MultiPicklist: textScalar('MultiPicklist'),
  Email: textScalar('Email'),
  PhoneNumber: textScalar('PhoneNumber'),
  Url: textScalar('Url'),
};

function textScalar(
  name: string,
  accepts: (text: string) => boolean = () => true,
  expected = 'text',
): GraphQLScalarType {
  return new GraphQLScalarType<string, string>({
    name,
    coerceInputValue: (value) => {
      if (typeof value === 'string' && accepts(value)) return value;
      throw new GraphQLError(`${name} expects ${expected}, not ${JSON.stringify(value)}`);
    },
    coerceOutputValue: (value) => String(value),
  });
}

/** Numbers come as JSON numbers: no thousands separators, no currency signs, no quotes. */
function numberScalar(name: string): GraphQLScalarType {
  return new GraphQLScalarType<number, number>({
    name,
    coerceInputValue: (value) => {
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      throw new GraphQLError(`${name} expects a number, not ${JSON.stringify(value)}`);
    },
    coerceOutputValue: (value) => Number(value),
  });
}

/** Refuses days that no calendar has, such as 2026-02-30. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
