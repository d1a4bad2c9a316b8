import { z } from 'zod'

/** What a second Stint hands over before it ends. Any program of this person could send one. */
const instanceMessageSchema = z.strictObject({
  args: z.array(z.string().max(20_000)).max(200),
  cwd: z.string().max(5000),
})

export type InstanceMessage = z.infer<typeof instanceMessageSchema>

/** null: not of that form; then it is as if nothing had been said. */
export function readInstanceMessage(data: unknown): InstanceMessage | null {
  const read = instanceMessageSchema.safeParse(data)
  return read.success ? read.data : null
}
