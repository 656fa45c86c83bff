/** Upper bounds of what an author or a viewer can write. Everything that is parsed is bounded. Units: UTF-16 code units. */
export const ID_LENGTH = 64;
export const LABEL_LENGTH = 300;
export const PROMPT_LENGTH = 1_000;
export const TEXT_LENGTH = 20_000;
export const ADDRESS_LENGTH = 2_000;
/** What a viewer may write in one go. */
export const VIEWER_TEXT_LENGTH = 2_000;
