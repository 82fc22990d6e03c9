/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was committed leaves; the letters that are left are read anew. pinyin_train() and pinyin_save() are never called. */
#include "config.h"

#include "hih-pinyin.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#ifdef HIH_HAVE_PINYIN
#include <pinyin.h>
#endif

#define MOST_KEYS 64

struct _HihPinyin
{
  GObject parent_instance;

  GString *keys;
#ifdef HIH_HAVE_PINYIN
  char *user_dir;              /* (nullable) */
  pinyin_context_t *context;   /* (nullable) */
  pinyin_instance_t *instance; /* (nullable) */
#endif
};

G_DEFINE_FINAL_TYPE (HihPinyin, hih_pinyin, G_TYPE_OBJECT)

#ifdef HIH_HAVE_PINYIN

/* The library tells every new folder on stderr that it holds no user.conf, which is as it should be. */
static pinyin_context_t *
init_quietly (const char *user_dir)
{
  int nowhere = g_open ("/dev/null", O_WRONLY | O_CLOEXEC, 0);
  int before = nowhere >= 0 ? fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, 3) : -1;
  pinyin_context_t *context;

  if (before >= 0)
    dup2 (nowhere, STDERR_FILENO);
  context = pinyin_init (HIH_PINYIN_DATA, user_dir);
  if (before >= 0)
    {
      dup2 (before, STDERR_FILENO);
      close (before);
    }
  if (nowhere >= 0)
    close (nowhere);
  return context;
}

static void
remove_dir (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
start (HihPinyin *self, gboolean fuzzy)
{
  pinyin_option_t options = PINYIN_INCOMPLETE | PINYIN_CORRECT_ALL | USE_DIVIDED_TABLE | USE_RESPLIT_TABLE;

  self->user_dir = g_dir_make_tmp ("hand-in-hand-pinyin-XXXXXX", NULL);
  if (self->user_dir == NULL || !g_file_test (HIH_PINYIN_DATA "/table.conf", G_FILE_TEST_EXISTS))
    return;
  self->context = init_quietly (self->user_dir);
  if (self->context == NULL)
    return;
  pinyin_set_options (self->context, fuzzy ? options | PINYIN_AMB_ALL : options);
  self->instance = pinyin_alloc_instance (self->context);
}

static void
stop (HihPinyin *self)
{
  g_clear_pointer (&self->instance, pinyin_free_instance);
  g_clear_pointer (&self->context, pinyin_fini);
  if (self->user_dir != NULL)
    remove_dir (self->user_dir);
  g_clear_pointer (&self->user_dir, g_free);
}

/* How many candidates the waiting letters have. */
static guint
guess (HihPinyin *self)
{
  guint n = 0;

  if (self->instance == NULL || self->keys->len == 0)
    return 0;
  pinyin_reset (self->instance);
  pinyin_parse_more_full_pinyins (self->instance, self->keys->str);
  pinyin_guess_sentence (self->instance);
  pinyin_guess_candidates (self->instance, 0, SORT_BY_PHRASE_LENGTH_AND_PINYIN_LENGTH_AND_FREQUENCY);
  pinyin_get_n_candidate (self->instance, &n);
  return n;
}

static lookup_candidate_t *
get_candidate (HihPinyin *self, guint index, const char **word)
{
  lookup_candidate_t *candidate = NULL;

  if (!pinyin_get_candidate (self->instance, index, &candidate) ||
      !pinyin_get_candidate_string (self->instance, candidate, word))
    return NULL;
  return candidate;
}

/* How many letters the word stands for. Choosing it only fixes it in this instance, which is emptied at the next key. */
static gsize
count_used_keys (HihPinyin *self, lookup_candidate_t *candidate)
{
  lookup_candidate_type_t type;
  int end;

  if (pinyin_get_candidate_type (self->instance, candidate, &type) && type == NBEST_MATCH_CANDIDATE)
    return self->keys->len;
  end = pinyin_choose_candidate (self->instance, 0, candidate);
  return end > 0 ? MIN ((gsize) end, self->keys->len) : self->keys->len;
}

#endif

static void
hih_pinyin_finalize (GObject *object)
{
  HihPinyin *self = HIH_PINYIN (object);

#ifdef HIH_HAVE_PINYIN
  stop (self);
#endif
  g_string_free (self->keys, TRUE);
  G_OBJECT_CLASS (hih_pinyin_parent_class)->finalize (object);
}

static void
hih_pinyin_class_init (HihPinyinClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_pinyin_finalize;
}

static void
hih_pinyin_init (HihPinyin *self)
{
  self->keys = g_string_new (NULL);
}

/**
 * hih_pinyin_new:
 * @fuzzy: whether sounds that southern speakers do not tell apart count as one
 *
 * Returns: (transfer full): a keyboard that has learnt nothing
 */
HihPinyin *
hih_pinyin_new (gboolean fuzzy)
{
  HihPinyin *self = g_object_new (HIH_TYPE_PINYIN, NULL);

#ifdef HIH_HAVE_PINYIN
  start (self, fuzzy);
#endif
  return self;
}

/**
 * hih_pinyin_is_ready:
 *
 * Returns: whether letters become words here
 */
gboolean
hih_pinyin_is_ready (HihPinyin *self)
{
  g_return_val_if_fail (HIH_IS_PINYIN (self), FALSE);
#ifdef HIH_HAVE_PINYIN
  return self->instance != NULL;
#else
  return FALSE;
#endif
}

/**
 * hih_pinyin_set_keys:
 * @keys: a to z and the apostrophe; what else stands there is left out
 */
void
hih_pinyin_set_keys (HihPinyin *self, const char *keys)
{
  g_return_if_fail (HIH_IS_PINYIN (self));
  g_return_if_fail (keys != NULL);

  g_string_truncate (self->keys, 0);
  for (; *keys != '\0' && self->keys->len < MOST_KEYS; keys++)
    {
      if (g_ascii_isalpha (*keys) || *keys == '\'')
        g_string_append_c (self->keys, g_ascii_tolower (*keys));
    }
}

/**
 * hih_pinyin_get_keys:
 */
const char *
hih_pinyin_get_keys (HihPinyin *self)
{
  g_return_val_if_fail (HIH_IS_PINYIN (self), "");
  return self->keys->str;
}

/**
 * hih_pinyin_list:
 *
 * Returns: (transfer full) (element-type utf8): at most @n_most words, the likeliest first
 */
GPtrArray *
hih_pinyin_list (HihPinyin *self, guint n_most)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (HIH_IS_PINYIN (self), words);
#ifdef HIH_HAVE_PINYIN
  for (guint i = 0, n = MIN (guess (self), n_most); i < n; i++)
    {
      const char *word = NULL;

      if (get_candidate (self, i, &word) != NULL)
        g_ptr_array_add (words, g_strdup (word));
    }
#endif
  return words;
}

/**
 * hih_pinyin_commit:
 * @index: in hih_pinyin_list()
 *
 * Returns: (transfer full) (nullable): the word; the letters it stands for wait no more
 */
char *
hih_pinyin_commit (HihPinyin *self, guint index)
{
  char *committed = NULL;

  g_return_val_if_fail (HIH_IS_PINYIN (self), NULL);
#ifdef HIH_HAVE_PINYIN
  if (index < guess (self))
    {
      const char *word = NULL;
      lookup_candidate_t *candidate = get_candidate (self, index, &word);

      if (candidate == NULL)
        return NULL;
      committed = g_strdup (word);
      g_string_erase (self->keys, 0, (gssize) count_used_keys (self, candidate));
      while (self->keys->str[0] == '\'')
        g_string_erase (self->keys, 0, 1);
    }
#endif
  return committed;
}
