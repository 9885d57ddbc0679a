import type { PyValue } from "./py-value.ts";

const timestamp =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::(\d\d))?))?)?$/;

/** The date or datetime that PyYAML makes of a text; undefined where Python has none. */
export function constructDate(text: string): PyValue | undefined {
  const found = timestamp.exec(text);
  if (found === null) return undefined;
  const [
    ,
    year = "",
    month = "",
    day = "",
    hour,
    minute,
    second,
    fraction,
    zone,
    sign,
    zoneHour,
    zoneMinute,
  ] = found;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isDate(Number(year), Number(month), Number(day))) return undefined;
  if (hour === undefined) return { kind: "date", value: date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = zone === undefined ? "" : zoneOffset(sign, zoneHour, zoneMinute);
  if (offset === undefined) return undefined;
  const micros = (fraction ?? "").slice(0, 6).padEnd(6, "0");
  const rest = micros === "000000" ? "" : `.${micros}`;
  return { kind: "datetime", value: `${date}T${hour.padStart(2, "0")}:${minute}:${second}${rest}${offset}` };
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** Python takes offsets of less than a day. */
function zoneOffset(sign = "+", hours = "0", minutes = "0"): string | undefined {
  const total = Number(hours) * 60 + Number(minutes);
  if (total >= 24 * 60) return undefined;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${total === 0 ? "+" : sign}${two(Math.floor(total / 60))}:${two(total % 60)}`;
}
