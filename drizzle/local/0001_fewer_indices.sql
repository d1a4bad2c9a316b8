DROP INDEX `changes_entity`;--> statement-breakpoint
CREATE INDEX `changes_batch` ON `changes` (`entity_id`) WHERE kind = 'importBatch';--> statement-breakpoint
DROP INDEX `commands_at`;--> statement-breakpoint
DROP INDEX `entries_ended`;--> statement-breakpoint
CREATE INDEX `entries_ended` ON `entries` (`ended_at_ms`) WHERE ended_at_ms is not null and deleted_at_ms is null;