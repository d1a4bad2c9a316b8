CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`archived` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`project_id` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `activities_name` ON `activities` (`name_key`);--> statement-breakpoint
CREATE INDEX `activities_project` ON `activities` (`project_id`);--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`archived` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer
);
--> statement-breakpoint
CREATE INDEX `clients_name` ON `clients` (`name_key`);--> statement-breakpoint
CREATE TABLE `plan_items` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`title` text NOT NULL,
	`project_id` text,
	`work_item_id` text,
	`estimate_ms` integer NOT NULL,
	`fixed_start_minute` integer,
	`carried_count` integer DEFAULT 0 NOT NULL,
	`rank` text NOT NULL,
	`state` text NOT NULL,
	`deleted_at_ms` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`work_item_id`) REFERENCES `work_items`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `plan_items_day` ON `plan_items` (`day`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`archived` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`client_id` text,
	`colour` text NOT NULL,
	`billable_by_default` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `projects_name` ON `projects` (`name_key`);--> statement-breakpoint
CREATE INDEX `projects_client` ON `projects` (`client_id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`archived` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`colour` text
);
--> statement-breakpoint
CREATE INDEX `tags_name` ON `tags` (`name_key`);--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`note` text NOT NULL,
	`project_id` text,
	`activity_id` text,
	`work_item_id` text,
	`tag_ids_json` text NOT NULL,
	`billable` integer NOT NULL,
	`duration_ms` integer,
	`deleted_at_ms` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`work_item_id`) REFERENCES `work_items`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `work_items` (
	`id` text PRIMARY KEY NOT NULL,
	`item_key` text NOT NULL,
	`name_key` text NOT NULL,
	`title` text NOT NULL,
	`project_id` text,
	`state` text NOT NULL,
	`deleted_at_ms` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `work_items_key` ON `work_items` (`name_key`);--> statement-breakpoint
CREATE TABLE `entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`started_at_ms` integer,
	`ended_at_ms` integer,
	`duration_ms` integer,
	`zone` text NOT NULL,
	`day` text NOT NULL,
	`sort_ms` integer NOT NULL,
	`note` text NOT NULL,
	`note_key` text NOT NULL,
	`project_id` text,
	`activity_id` text,
	`work_item_id` text,
	`billable` integer NOT NULL,
	`off_computer` integer NOT NULL,
	`source` text NOT NULL,
	`import_batch_id` text,
	`import_key` text,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`deleted_at_ms` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`work_item_id`) REFERENCES `work_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`import_batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "entries_time" CHECK((kind = 'clock' and started_at_ms is not null and (ended_at_ms is null or ended_at_ms >= started_at_ms)) or (kind = 'day' and started_at_ms is null and ended_at_ms is null and duration_ms is not null and duration_ms >= 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_id` ON `entries` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_one_running` ON `entries` (`kind`) WHERE kind = 'clock' and ended_at_ms is null and deleted_at_ms is null;--> statement-breakpoint
CREATE INDEX `entries_order` ON `entries` (`sort_ms`,`seq`) WHERE deleted_at_ms is null;--> statement-breakpoint
CREATE INDEX `entries_ended` ON `entries` (`ended_at_ms`) WHERE deleted_at_ms is null;--> statement-breakpoint
CREATE INDEX `entries_day` ON `entries` (`day`) WHERE deleted_at_ms is null;--> statement-breakpoint
CREATE INDEX `entries_project` ON `entries` (`project_id`,`billable`,`duration_ms`) WHERE deleted_at_ms is null;--> statement-breakpoint
CREATE INDEX `entries_import_key` ON `entries` (`import_key`) WHERE import_key is not null;--> statement-breakpoint
CREATE INDEX `entries_import_batch` ON `entries` (`import_batch_id`) WHERE import_batch_id is not null;--> statement-breakpoint
CREATE TABLE `entry_days` (
	`day` text NOT NULL,
	`entry_seq` integer NOT NULL,
	`ms` integer NOT NULL,
	PRIMARY KEY(`day`, `entry_seq`),
	FOREIGN KEY (`entry_seq`) REFERENCES `entries`(`seq`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `entry_days_entry` ON `entry_days` (`entry_seq`);--> statement-breakpoint
CREATE TABLE `entry_tags` (
	`entry_seq` integer NOT NULL,
	`tag_id` text NOT NULL,
	PRIMARY KEY(`entry_seq`, `tag_id`),
	FOREIGN KEY (`entry_seq`) REFERENCES `entries`(`seq`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `entry_tags_tag` ON `entry_tags` (`tag_id`);--> statement-breakpoint
CREATE TABLE `import_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`hash` text NOT NULL,
	`imported_at_ms` integer NOT NULL,
	`added` integer NOT NULL,
	`skipped` integer NOT NULL,
	`undone` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`revision` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`entity_id` text NOT NULL,
	`before_json` text,
	`after_json` text,
	PRIMARY KEY(`revision`, `ordinal`),
	FOREIGN KEY (`revision`) REFERENCES `commands`(`revision`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `changes_entity` ON `changes` (`kind`,`entity_id`);--> statement-breakpoint
CREATE TABLE `commands` (
	`revision` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`command_key` text NOT NULL,
	`name` text NOT NULL,
	`label` text NOT NULL,
	`actor` text NOT NULL,
	`at_ms` integer NOT NULL,
	`input_hash` text NOT NULL,
	`result_json` text NOT NULL,
	`undoable` integer NOT NULL,
	`undone_at_ms` integer,
	`moves` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commands_id_unique` ON `commands` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `commands_command_key_unique` ON `commands` (`command_key`);--> statement-breakpoint
CREATE INDEX `commands_at` ON `commands` (`at_ms`);--> statement-breakpoint
CREATE INDEX `commands_moves` ON `commands` (`moves`) WHERE moves is not null;--> statement-breakpoint
CREATE TABLE `profile` (
	`id` integer PRIMARY KEY NOT NULL,
	`profile_id` text NOT NULL,
	`created_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`value_json` text NOT NULL
);
