/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two zinnia recognizers. The lessons' model answers when it knows what is wanted, the system's when it does not, both in turn when nobody asks. */
#include "config.h"

#include "hih-handwriting.h"

#include "hih-paths.h"

#ifdef HIH_HAVE_ZINNIA
#include "hih-zinnia.h"

#include <glib/gstdio.h>
#endif

#define LESSON_MODEL "lesson.model"

#ifdef HIH_HAVE_ZINNIA
typedef zinnia_recognizer_t Model;
#else
typedef void Model;
#endif

struct _HihHandwriting
{
  GObject parent_instance;

  Model *lesson;      /* (nullable) */
  Model *system;      /* (nullable) */
  GHashTable *known;  /* (element-type utf8) the classes of the lessons' model */
};

G_DEFINE_FINAL_TYPE (HihHandwriting, hih_handwriting, G_TYPE_OBJECT)

static gboolean
has (GPtrArray *found, const char *character)
{
  return g_ptr_array_find_with_equal_func (found, character, g_str_equal, NULL);
}

#ifdef HIH_HAVE_ZINNIA

static Model *
model_open (const char *path)
{
  Model *model;
  GStatBuf info;

  /* zinnia maps the file and trusts it: an empty one is none. */
  if (path == NULL || g_stat (path, &info) != 0 || info.st_size < 64)
    return NULL;
  model = zinnia_recognizer_new ();
  if (zinnia_recognizer_open (model, path))
    return model;
  g_debug ("writing: open model %s: %s", path, zinnia_recognizer_strerror (model));
  zinnia_recognizer_destroy (model);
  return NULL;
}

static void
model_close (Model *model)
{
  zinnia_recognizer_destroy (model);
}

static void
model_list (Model *model, GHashTable *out)
{
  for (size_t i = 0; i < zinnia_recognizer_size (model); i++)
    g_hash_table_add (out, g_strdup (zinnia_recognizer_value (model, i)));
}

static void
model_classify (Model *model, const HihInk *ink, guint n_most, GPtrArray *found)
{
  zinnia_character_t *character;
  zinnia_result_t *result;

  if (model == NULL || found->len >= n_most)
    return;
  character = hih_zinnia_character_new (ink);
  result = zinnia_recognizer_classify (model, character, n_most);
  for (size_t i = 0; result != NULL && i < zinnia_result_size (result) && found->len < n_most; i++)
    {
      if (!has (found, zinnia_result_value (result, i)))
        g_ptr_array_add (found, g_strdup (zinnia_result_value (result, i)));
    }
  if (result != NULL)
    zinnia_result_destroy (result);
  zinnia_character_destroy (character);
}

#else

static Model *
model_open (const char *path)
{
  return NULL;
}

static void
model_close (Model *model)
{
}

static void
model_list (Model *model, GHashTable *out)
{
}

static void
model_classify (Model *model, const HihInk *ink, guint n_most, GPtrArray *found)
{
}

#endif

static void
hih_handwriting_finalize (GObject *object)
{
  HihHandwriting *self = HIH_HANDWRITING (object);

  g_clear_pointer (&self->lesson, model_close);
  g_clear_pointer (&self->system, model_close);
  g_hash_table_unref (self->known);
  G_OBJECT_CLASS (hih_handwriting_parent_class)->finalize (object);
}

static void
hih_handwriting_class_init (HihHandwritingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_handwriting_finalize;
}

static void
hih_handwriting_init (HihHandwriting *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * hih_handwriting_new_for_models:
 * @lesson_model: (nullable): a file of zinnia's
 * @system_model: (nullable): another
 *
 * Returns: (transfer full): a reader, ready if one of them could be opened
 */
HihHandwriting *
hih_handwriting_new_for_models (const char *lesson_model, const char *system_model)
{
  HihHandwriting *self = g_object_new (HIH_TYPE_HANDWRITING, NULL);

  self->lesson = model_open (lesson_model);
  self->system = model_open (system_model);
  if (self->lesson != NULL)
    model_list (self->lesson, self->known);
  return self;
}

/**
 * hih_handwriting_new:
 *
 * Returns: (transfer full): a reader with what the build and the system have
 */
HihHandwriting *
hih_handwriting_new (void)
{
  g_autofree char *lesson_model = g_build_filename (hih_paths_get_writing_dir (), LESSON_MODEL, NULL);

  return hih_handwriting_new_for_models (lesson_model, HIH_ZINNIA_MODEL);
}

/**
 * hih_handwriting_is_ready:
 *
 * Returns: whether it can read at all
 */
gboolean
hih_handwriting_is_ready (HihHandwriting *self)
{
  g_return_val_if_fail (HIH_IS_HANDWRITING (self), FALSE);
  return self->lesson != NULL || self->system != NULL;
}

/**
 * hih_handwriting_knows:
 *
 * Returns: whether @character was learnt from the lessons
 */
gboolean
hih_handwriting_knows (HihHandwriting *self, const char *character)
{
  g_return_val_if_fail (HIH_IS_HANDWRITING (self), FALSE);
  return character != NULL && g_hash_table_contains (self->known, character);
}

/* The lessons' characters are those that are written most, and their model reads old hands far better (README.md): what
 * it takes it for stands between the guesses of the system's, which knows all others. */
static void
classify_freely (HihHandwriting *self, const HihInk *ink, guint n_most, GPtrArray *found)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lesson = g_ptr_array_new_with_free_func (g_free);

  model_classify (self->system, ink, n_most, all);
  model_classify (self->lesson, ink, n_most, lesson);
  for (guint i = 0; i < n_most && found->len < n_most; i++)
    {
      if (i < all->len && !has (found, g_ptr_array_index (all, i)))
        g_ptr_array_add (found, g_strdup (g_ptr_array_index (all, i)));
      if (i < lesson->len && found->len < n_most && !has (found, g_ptr_array_index (lesson, i)))
        g_ptr_array_add (found, g_strdup (g_ptr_array_index (lesson, i)));
    }
}

static void
bring_forward (GPtrArray *found, const char *wanted)
{
  for (guint i = 1; i < found->len && i < HIH_HANDWRITING_TOP; i++)
    {
      if (g_str_equal (g_ptr_array_index (found, i), wanted))
        {
          g_ptr_array_insert (found, 0, g_ptr_array_steal_index (found, i));
          return;
        }
    }
}

/**
 * hih_handwriting_recognise:
 * @wanted: (nullable): the character an exercise asks for
 *
 * Returns: (transfer full) (element-type utf8): at most @n_most characters, the likeliest first
 */
GPtrArray *
hih_handwriting_recognise (HihHandwriting *self, const HihInk *ink, guint n_most, const char *wanted)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  gboolean asked = hih_handwriting_knows (self, wanted);

  g_return_val_if_fail (HIH_IS_HANDWRITING (self), found);
  if (hih_ink_get_n_strokes (ink) == 0)
    return found;
  if (wanted == NULL)
    classify_freely (self, ink, n_most, found);
  model_classify (asked ? self->lesson : self->system, ink, n_most, found);
  model_classify (asked ? self->system : self->lesson, ink, n_most, found);
  if (wanted != NULL)
    bring_forward (found, wanted);
  return found;
}
