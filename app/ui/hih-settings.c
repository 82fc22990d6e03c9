/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The settings lie in a file beside the records, so that one folder is all there is to carry to another computer, and
 * so that they are kept on a bare system without dconf (where GSettings would silently forget them). GSETTINGS_BACKEND
 * in the environment wins: tests use memory.
 */
#include "config.h"

#include "hih-settings.h"

#include "hih-paths.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gio.h>
#include <gio/gsettingsbackend.h>

struct _HihSettings
{
  GObject parent_instance;

  GSettings *settings;   /* (owned) (nullable): without a schema */
  GHashTable *fallbacks; /* (owned): key -> GVariant, for keys the schema does not know */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihSettings, hih_settings, G_TYPE_OBJECT)

static const struct
{
  const char *key;
  const char *value;
} defaults[] = {
  { HIH_SETTING_TEXT_PERCENT, "100" },
  { HIH_SETTING_VOICE_ENABLED, "true" },
  { HIH_SETTING_WINDOW_SIZE, "(1280, 800)" },
  { HIH_SETTING_WINDOW_MAXIMIZED, "false" },
  { HIH_SETTING_CAPTIONS_ON, "true" },
  { HIH_SETTING_CAPTION_PERCENT, "100" },
  { HIH_SETTING_CAPTION_COLOURS, "'white-on-ink'" },
  { HIH_SETTING_FILM_RATE_PERCENT, "100" },
  { HIH_SETTING_WELCOME_DONE, "false" },
  { HIH_SETTING_THEME, "'system'" },
  { HIH_SETTING_REDUCED_MOTION, "'system'" },
  { HIH_SETTING_INSTRUCTOR_PIN, "''" },
  { HIH_SETTING_DOOR_RECOVERY, "''" },
  { HIH_SETTING_DOOR_FAILURES, "(uint32 0, int64 0)" },
  { HIH_SETTING_HOME_NAME, "''" },
  { HIH_SETTING_CAMERA, "false" },
  { HIH_SETTING_KIOSK, "false" },
  { HIH_SETTING_IDLE_MINUTES, "5" },
  { HIH_SETTING_DAMAGE, "(int64 0, int64 0, '')" },
};

static GSettingsSchema *
find_schema (void)
{
  /* The build tree's own, then the prefix the program lies in, then what the desktop knows. */
  static const char *folders[] = { "../data", "../../glib-2.0/schemas" };
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *dir = g_build_filename (hih_paths_get_media_dir (), folders[i], NULL);
      g_autoptr (GSettingsSchemaSource) source =
          g_settings_schema_source_new_from_directory (dir, NULL, FALSE, NULL);
      GSettingsSchema *schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, HIH_APP_ID, FALSE);
      if (schema != NULL)
        return schema;
    }
  return system != NULL ? g_settings_schema_source_lookup (system, HIH_APP_ID, TRUE) : NULL;
}

static gboolean
schema_has (HihSettings *self, const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (self->settings == NULL)
    return FALSE;
  g_object_get (self->settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key);
}

static void
settings_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  g_signal_emit (user_data, signals[CHANGED], g_quark_from_string (key), key);
}

static void
hih_settings_dispose (GObject *object)
{
  HihSettings *self = HIH_SETTINGS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->fallbacks, g_hash_table_unref);
  G_OBJECT_CLASS (hih_settings_parent_class)->dispose (object);
}

static void
hih_settings_class_init (HihSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_settings_dispose;
  signals[CHANGED] = g_signal_new ("changed", HIH_TYPE_SETTINGS, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hih_settings_init (HihSettings *self)
{
  self->fallbacks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      GVariant *value = g_variant_parse (NULL, defaults[i].value, NULL, NULL, NULL);

      g_hash_table_insert (self->fallbacks, (gpointer) defaults[i].key, value);
    }
}

/**
 * hih_settings_new:
 * @data_dir: (nullable): where the records lie; %NULL keeps nothing after the end
 *
 * Returns: (transfer full): the settings; without a schema they hold their defaults until the program ends
 */
HihSettings *
hih_settings_new (const char *data_dir)
{
  HihSettings *self = g_object_new (HIH_TYPE_SETTINGS, NULL);
  g_autoptr (GSettingsSchema) schema = find_schema ();
  g_autoptr (GSettingsBackend) backend = NULL;
  g_autofree char *path = NULL;

  if (schema == NULL)
    {
      g_info ("ui: find the settings' schema %s: none, the defaults hold", HIH_APP_ID);
      return self;
    }
  if (g_getenv ("GSETTINGS_BACKEND") == NULL && data_dir != NULL)
    {
      path = g_build_filename (data_dir, "settings.ini", NULL);
      backend = g_keyfile_settings_backend_new (path, "/org/handinhand/HandInHand/", "settings");
    }
  self->settings = g_settings_new_full (schema, backend, NULL);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self, 0);
  return self;
}

/**
 * hih_settings_dup_value:
 *
 * Returns: (transfer full): the value; never %NULL for a HIH_SETTING_ key
 */
GVariant *
hih_settings_dup_value (HihSettings *self, const char *key)
{
  GVariant *value;

  g_return_val_if_fail (HIH_IS_SETTINGS (self), NULL);
  if (schema_has (self, key))
    return g_settings_get_value (self->settings, key);
  value = g_hash_table_lookup (self->fallbacks, key);
  return value != NULL ? g_variant_ref (value) : NULL;
}

/**
 * hih_settings_set_value:
 * @value: sunk if floating; a value the schema does not allow is dropped
 */
void
hih_settings_set_value (HihSettings *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  gpointer known;

  g_return_if_fail (HIH_IS_SETTINGS (self));
  if (schema_has (self, key))
    {
      g_settings_set_value (self->settings, key, owned);
      return;
    }
  if (!g_hash_table_lookup_extended (self->fallbacks, key, &known, NULL))
    return;
  g_hash_table_insert (self->fallbacks, known, g_variant_ref (owned));
  g_signal_emit (self, signals[CHANGED], g_quark_from_string (key), key);
}

int
hih_settings_get_int (HihSettings *self, const char *key)
{
  g_autoptr (GVariant) value = hih_settings_dup_value (self, key);

  return value != NULL ? g_variant_get_int32 (value) : 0;
}

void
hih_settings_set_int (HihSettings *self, const char *key, int value)
{
  hih_settings_set_value (self, key, g_variant_new_int32 (value));
}

gboolean
hih_settings_get_boolean (HihSettings *self, const char *key)
{
  g_autoptr (GVariant) value = hih_settings_dup_value (self, key);

  return value != NULL && g_variant_get_boolean (value);
}

void
hih_settings_set_boolean (HihSettings *self, const char *key, gboolean value)
{
  hih_settings_set_value (self, key, g_variant_new_boolean (value));
}

char *
hih_settings_dup_string (HihSettings *self, const char *key)
{
  g_autoptr (GVariant) value = hih_settings_dup_value (self, key);

  return value != NULL ? g_variant_dup_string (value, NULL) : NULL;
}

void
hih_settings_set_string (HihSettings *self, const char *key, const char *value)
{
  hih_settings_set_value (self, key, g_variant_new_string (value));
}
