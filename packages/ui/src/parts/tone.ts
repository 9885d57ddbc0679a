/** What a colour means: never the only bearer of it, the words say the same. */
export type Tone = "good" | "info" | "warn" | "bad";
