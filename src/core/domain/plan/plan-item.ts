/** A line in a day's plan (TaskChute). The day planner itself comes later; its rows have a home from the start. */
export interface PlanItem {
  readonly id: string
  readonly day: string
  readonly title: string
  readonly projectId: string | null
  readonly workItemId: string | null
  readonly estimateMs: number
  /** Minutes after local midnight, or null where the item may start at any time. */
  readonly fixedStartMinute: number | null
  readonly carriedCount: number
  readonly rank: string
  readonly state: 'planned' | 'active' | 'paused' | 'done' | 'dropped'
}
