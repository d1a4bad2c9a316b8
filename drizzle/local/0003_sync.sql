CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind` text NOT NULL,
	`base_url` text NOT NULL,
	`config_json` text NOT NULL,
	`direction` text NOT NULL,
	`from_day` text NOT NULL,
	`state` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`deleted_at_ms` integer
);
--> statement-breakpoint
CREATE TABLE `remote_projects` (
	`account_id` text NOT NULL,
	`remote_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`client_name` text,
	`archived` integer NOT NULL,
	`activities_json` text,
	`seen_at_ms` integer NOT NULL,
	PRIMARY KEY(`account_id`, `remote_id`)
);
--> statement-breakpoint
CREATE TABLE `sync_conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`part` text NOT NULL,
	`remote_id` text NOT NULL,
	`sent_json` text NOT NULL,
	`seen_json` text NOT NULL,
	`mine_json` text,
	`theirs_json` text,
	`fields_json` text NOT NULL,
	`at_ms` integer NOT NULL,
	`resolved_at_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sync_conflicts_open` ON `sync_conflicts` (`account_id`,`entry_id`,`part`) WHERE resolved_at_ms is null;--> statement-breakpoint
CREATE TABLE `sync_items` (
	`account_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`state` text NOT NULL,
	`is_urgent` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before_ms` integer DEFAULT 0 NOT NULL,
	`change_number` integer DEFAULT 1 NOT NULL,
	`queued_at_ms` integer NOT NULL,
	`intent_json` text,
	`problem_json` text,
	PRIMARY KEY(`account_id`, `entry_id`)
);
--> statement-breakpoint
CREATE INDEX `sync_items_due` ON `sync_items` (`account_id`,`is_urgent`,`queued_at_ms`) WHERE state <> 'dead';--> statement-breakpoint
CREATE TABLE `sync_links` (
	`account_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`part` text NOT NULL,
	`remote_id` text NOT NULL,
	`sent_json` text NOT NULL,
	`seen_json` text NOT NULL,
	`version` text,
	PRIMARY KEY(`account_id`, `entry_id`, `part`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sync_links_remote` ON `sync_links` (`account_id`,`remote_id`);--> statement-breakpoint
CREATE TABLE `sync_maps` (
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`local_id` text NOT NULL,
	`remote_id` text NOT NULL,
	PRIMARY KEY(`account_id`, `kind`, `local_id`)
);
--> statement-breakpoint
CREATE TABLE `sync_states` (
	`account_id` text PRIMARY KEY NOT NULL,
	`pull_cursor` text,
	`not_before_ms` integer DEFAULT 0 NOT NULL,
	`last_success_at_ms` integer,
	`problem_json` text
);
