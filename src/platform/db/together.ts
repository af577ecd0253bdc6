/**
 * What can be asked at once in one transaction. Unlike `Promise.all` it waits for all of them even where one fails:
 * nothing of a part that failed may still be asked when what it did is being undone.
 */
export async function together<const Asked extends readonly unknown[]>(
  asked: Asked,
): Promise<{ -readonly [At in keyof Asked]: Awaited<Asked[At]> }> {
  try {
    return await Promise.all(asked)
  } catch (first) {
    await Promise.allSettled(asked)
    throw first
  }
}
