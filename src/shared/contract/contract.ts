import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { absenceContract } from './absence.ts'
import { accountsContract } from './accounts.ts'
import {
  activitiesContract,
  catalogueContract,
  clientsContract,
  projectsContract,
  tagsContract,
  templatesContract,
  workItemsContract,
} from './catalogue.ts'
import { desktopContract } from './desktop.ts'
import { entriesContract } from './entries.ts'
import { historyContract } from './history.ts'
import { backupsContract, doctorContract, hostContract, settingsContract } from './host.ts'
import { liveContract } from './live.ts'
import { notificationsContract } from './notifications.ts'
import { reportsContract } from './reports.ts'
import { syncContract } from './sync.ts'
import { timerContract } from './timer.ts'
import { exportsContract, importsContract } from './transfer.ts'

/**
 * The one contract between every host and every client: queries, commands and streams.
 * Desktop, headless UI, CLI and tests speak it over different transports.
 */
export const contract = {
  timer: timerContract,
  entries: entriesContract,
  catalogue: catalogueContract,
  clients: clientsContract,
  projects: projectsContract,
  activities: activitiesContract,
  tags: tagsContract,
  workItems: workItemsContract,
  templates: templatesContract,
  settings: settingsContract,
  history: historyContract,
  reports: reportsContract,
  imports: importsContract,
  exports: exportsContract,
  backups: backupsContract,
  doctor: doctorContract,
  host: hostContract,
  absence: absenceContract,
  notifications: notificationsContract,
  desktop: desktopContract,
  accounts: accountsContract,
  sync: syncContract,
  live: liveContract,
}

/** A typed client of the contract, whatever carries it. */
export type StintClient = ContractRouterClient<typeof contract>

export type ContractInputs = InferContractRouterInputs<typeof contract>
export type ContractOutputs = InferContractRouterOutputs<typeof contract>
