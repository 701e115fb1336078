// Choices that the browser keeps from one visit to the next.

/** What was chosen before. */
export const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
/** Keeps a choice for the next time. */
export const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse; nothing depends on it.
  }
};
