ALTER TABLE `sync_states` ADD `pulled_at_ms` integer;--> statement-breakpoint
ALTER TABLE `sync_states` ADD `look_from_day` text;--> statement-breakpoint
ALTER TABLE `sync_states` ADD `user_name` text;--> statement-breakpoint
ALTER TABLE `sync_states` ADD `zone` text;--> statement-breakpoint
ALTER TABLE `sync_states` ADD `budget_json` text;--> statement-breakpoint
ALTER TABLE `sync_states` ADD `catalogue_at_ms` integer;--> statement-breakpoint
ALTER TABLE `sync_states` ADD `activities_json` text;