CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`pieces_json` text NOT NULL,
	`state` text NOT NULL,
	`asked_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`deleted_at_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `absences_one_open` ON `absences` (`state`) WHERE state = 'open' and deleted_at_ms is null;--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`natural_key` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`place_json` text NOT NULL,
	`at_ms` integer NOT NULL,
	`quiet` integer NOT NULL,
	`read_at_ms` integer,
	`deleted_at_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_key` ON `notifications` (`natural_key`);--> statement-breakpoint
CREATE INDEX `notifications_at` ON `notifications` (`at_ms`) WHERE deleted_at_ms is null;