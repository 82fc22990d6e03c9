/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-phone-slide.h"

#define SLIDE_MS 250

static gboolean
is_calling (const char *look)
{
  return g_str_equal (look, "call") || g_str_equal (look, "talk");
}

/**
 * hih_phone_slide_choose:
 *
 * Returns: how the next screen comes
 */
HihSlide
hih_phone_slide_choose (const char *look, const char *app, const char *next_look, const char *next_app, gboolean deeper)
{
  if (look == NULL || g_str_equal (look, "dark") || g_str_equal (next_look, "dark") || g_str_equal (next_look, "lock"))
    return HIH_SLIDE_NONE;
  if (g_str_equal (look, "lock"))
    return HIH_SLIDE_UP;
  if (is_calling (next_look))
    return is_calling (look) ? HIH_SLIDE_NONE /* the same call goes on */ : HIH_SLIDE_RISE;
  if (g_strcmp0 (app, next_app) != 0)
    return g_str_equal (next_look, "home") ? HIH_SLIDE_POP : HIH_SLIDE_PUSH;
  return deeper ? HIH_SLIDE_PUSH : HIH_SLIDE_POP;
}

/**
 * hih_phone_slide_begin:
 */
void
hih_phone_slide_begin (HihPhoneSlide *self, HihPhoneStage *stage, GtkWidget *screen, const char *look, HihScene *scene,
                       HihPhoneState *state, gboolean animated, gint64 now_ms)
{
  const char *app = hih_phone_state_get_app (state);
  HihSlide slide = HIH_SLIDE_NONE;

  if (animated)
    slide = hih_phone_slide_choose (look, self->app, hih_scene_get_look (scene), app,
                                    hih_phone_state_get_depth (state) >= self->depth);
  hih_phone_stage_show (stage, screen, slide);
  self->start_ms = now_ms;
  g_free (self->app);
  self->app = g_strdup (app);
}

/**
 * hih_phone_slide_advance:
 */
gboolean
hih_phone_slide_advance (HihPhoneSlide *self, HihPhoneStage *stage, gint64 now_ms)
{
  hih_phone_stage_set_progress (stage, (double) (now_ms - self->start_ms) / SLIDE_MS);
  return hih_phone_stage_is_sliding (stage);
}

void
hih_phone_slide_clear (HihPhoneSlide *self)
{
  g_clear_pointer (&self->app, g_free);
}
