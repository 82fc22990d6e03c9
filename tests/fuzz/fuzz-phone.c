/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An app of the simulated phone; when it can be read, a finger goes over what its screens show. */
#include "config.h"

#include "fuzz.h"

#include "hih-clock.h"
#include "hih-gesture.h"
#include "hih-issue.h"
#include "hih-phone.h"

#define N_STARTS 4
#define N_GESTURES 16

static const char *const apps[] = { "probe", NULL };
static guint n_moved; /* gestures that something came of */

/* Numbers that the input decides: the same file is always played in the same way. */
static guint
draw (guint *seed, guint below)
{
  *seed = *seed * 1664525 + 1013904223;
  return (*seed >> 8) % below;
}

static void
collect (GPtrArray *nodes, GPtrArray *found)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      HihSceneNode *node = nodes->pdata[i];

      g_ptr_array_add (found, node);
      collect (node->children, found);
    }
}

static void
act (HihPhone *phone, guint *seed)
{
  static const char *const values[] = { NULL, "", "1", "-1", "99999999999999999999", "yes", "probe/main", "\xe4\xbd\xa0" };
  g_autoptr (HihScene) scene = hih_scene_ref (hih_phone_get_scene (phone));
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (HihGesture) gesture = NULL;
  const char *target = "probe/", *value = values[draw (seed, G_N_ELEMENTS (values))];
  /* Half of them are taps. */
  guint kind = draw (seed, 2 * HIH_GESTURE_N_KINDS);

  collect (hih_scene_get_nodes (scene), found);
  collect (hih_scene_get_over (scene), found);
  collect (hih_scene_get_keys (scene), found);
  if (found->len > 0)
    {
      HihSceneNode *node = found->pdata[draw (seed, found->len)];

      target = node->target;
      if (value == NULL)
        value = node->value;
    }
  gesture = hih_gesture_new (kind < HIH_GESTURE_N_KINDS ? (HihGestureKind) kind : HIH_GESTURE_TAP, target, value);
  hih_phone_act (phone, gesture);
}

static void
play (HihAppSet *set, guint seed)
{
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  g_autoptr (GPtrArray) screens = hih_app_set_dup_screens (set);
  g_autoptr (HihClock) clock = hih_virtual_clock_new (0);
  g_autoptr (HihPhone) phone = hih_phone_new (set, layouts[draw (&seed, HIH_N_LAYOUTS)], clock);

  /* The dark and the locked screen show nothing to tap. */
  for (guint i = screens->len; i > 0; i--)
    {
      if (!g_str_has_prefix (screens->pdata[i - 1], "probe/"))
        g_ptr_array_remove_index (screens, i - 1);
    }
  for (guint i = 0; i < N_STARTS && screens->len > 0; i++)
    {
      g_autoptr (HihPhoneState) start = hih_app_set_new_state (set, screens->pdata[draw (&seed, screens->len)]);

      hih_phone_set_state (phone, start);
      for (guint k = 0; k < N_GESTURES; k++)
        {
          g_autoptr (HihPhoneState) before = hih_phone_state_ref (hih_phone_get_state (phone));
          g_autoptr (GVariant) kept = NULL;
          g_autoptr (HihPhoneState) again = NULL;

          act (phone, &seed);
          n_moved += !hih_phone_state_equal (before, hih_phone_get_state (phone));
          hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), draw (&seed, 3000));
          /* Whatever was done: a state that can be kept, found again, and shown. */
          g_assert_true (hih_app_set_fits (set, hih_phone_get_state (phone)));
          kept = g_variant_ref_sink (hih_phone_state_to_variant (hih_phone_get_state (phone)));
          again = hih_phone_state_new_from_variant (kept);
          g_assert_true (again != NULL && hih_phone_state_equal (again, hih_phone_get_state (phone)));
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  G_GNUC_UNUSED g_autofree char *path = fuzz_write ("probe.xml", data, length);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) set = hih_app_set_load (fuzz_dir (), apps, issues);

  g_assert_true (set != NULL || issues->len > 0);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *text = hih_issue_to_string (issues->pdata[i]);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  if (set != NULL)
    play (set, g_bytes_hash (bytes));
  return 0;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autofree char *small = NULL;
  gsize length;

  if (!g_file_get_contents (HIH_SOURCE_ROOT "/tests/phone/data/mini-system.xml", &text, &length, NULL))
    g_error ("no mini-system.xml");
  path = fuzz_write ("system.xml", (const guint8 *) text, length);
  /* A finger that moves nothing would find nothing. */
  if (!g_file_get_contents (HIH_SOURCE_ROOT "/tests/fuzz/corpus/phone/small", &small, &length, NULL))
    g_error ("no corpus");
  LLVMFuzzerTestOneInput ((const guint8 *) small, length);
  g_assert_cmpuint (n_moved, >, 0);
  return 0;
}
