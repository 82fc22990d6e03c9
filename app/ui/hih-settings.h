/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How this computer shows things: GSettings kept beside the records, or the defaults where the schema is missing. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_SETTING_TEXT_PERCENT "text-percent"
#define HIH_SETTING_VOICE_ENABLED "voice-enabled"
#define HIH_SETTING_WINDOW_SIZE "window-size"
#define HIH_SETTING_WINDOW_MAXIMIZED "window-maximized"
#define HIH_SETTING_CAPTIONS_ON "captions-on"
#define HIH_SETTING_CAPTION_PERCENT "caption-percent"
#define HIH_SETTING_CAPTION_COLOURS "caption-colours"
#define HIH_SETTING_FILM_RATE_PERCENT "film-rate-percent"
#define HIH_SETTING_WELCOME_DONE "welcome-done"
#define HIH_SETTING_THEME "theme"
#define HIH_SETTING_REDUCED_MOTION "reduced-motion"
#define HIH_SETTING_INSTRUCTOR_PIN "instructor-pin"
#define HIH_SETTING_DOOR_RECOVERY "door-recovery"
#define HIH_SETTING_DOOR_FAILURES "door-failures"
#define HIH_SETTING_HOME_NAME "home-name"
#define HIH_SETTING_RETENTION_MONTHS "retention-months"
#define HIH_SETTING_CAMERA "camera"
#define HIH_SETTING_KIOSK "kiosk"
#define HIH_SETTING_IDLE_MINUTES "idle-minutes"
#define HIH_SETTING_DAMAGE "damage"

#define HIH_TYPE_SETTINGS (hih_settings_get_type ())
G_DECLARE_FINAL_TYPE (HihSettings, hih_settings, HIH, SETTINGS, GObject)

/* Signal changed::KEY (const char *key). */

HihSettings *hih_settings_new (const char *data_dir);

int hih_settings_get_int (HihSettings *self, const char *key);
void hih_settings_set_int (HihSettings *self, const char *key, int value);
gboolean hih_settings_get_boolean (HihSettings *self, const char *key);
void hih_settings_set_boolean (HihSettings *self, const char *key, gboolean value);
char *hih_settings_dup_string (HihSettings *self, const char *key);
void hih_settings_set_string (HihSettings *self, const char *key, const char *value);
GVariant *hih_settings_dup_value (HihSettings *self, const char *key);
void hih_settings_set_value (HihSettings *self, const char *key, GVariant *value);

G_END_DECLS
