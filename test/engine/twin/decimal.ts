/** Decimal text of doubles: shortest from the host's own digits, fixed by exact long integers. */
import { split } from "../reference.ts";

/** A Float as the language prints it. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value).replace("e+", "e");
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A Float with so many decimals, the exact value rounded half to even. */
export function fixedText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return String(value);
  const { mantissa, exponent } = split(Math.abs(value));
  const scaled = mantissa * 10n ** BigInt(decimals);
  const denominator = exponent < 0n ? 1n << -exponent : 1n;
  const numerator = exponent < 0n ? scaled : scaled << exponent;
  let rounded = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  if (twice > denominator || (twice === denominator && rounded % 2n === 1n)) rounded += 1n;
  const digits = rounded.toString().padStart(decimals + 1, "0");
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
