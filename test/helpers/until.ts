/** Waits until something holds, by looking again and again; fails when it never does. */
export async function until(holds: () => boolean | Promise<boolean>, patience = 10_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('this never came to hold')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
