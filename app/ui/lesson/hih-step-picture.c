/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guided attention, not guided action: at Guided the picture that shows the place would say too much. */
#include "config.h"

#include "hih-step-picture.h"

#include "hih-film-path.h"
#include "hih-words.h"

#define PICTURE_SIZE 160

/**
 * hih_step_picture_show:
 *
 * Fills the picture's place of the step card for this step.
 */
HihClip *
hih_step_picture_show (HihStageGuide *guide, HihClip *clip, const HihPlanItem *item)
{
  const HihStageSetup *setup = hih_stage_guide_get_setup (guide);
  const char *film = hih_stage_guide_get_film (guide);
  g_autofree char *pictures_dir = film != NULL ? hih_film_path_find_pictures (film) : NULL;
  g_autofree char *name = g_strconcat (item->step->id, ".png", NULL);
  g_autofree char *still = pictures_dir != NULL ? g_build_filename (pictures_dir, name, NULL) : NULL;

  if (item->step->picture != NULL)
    {
      hih_step_card_set_clip (setup->step_card, hih_picture_new (item->step->picture, PICTURE_SIZE));
      return NULL;
    }
  if (setup->stage != HIH_STAGE_FOLLOW || still == NULL || !g_file_test (still, G_FILE_TEST_EXISTS))
    {
      hih_step_card_set_clip (setup->step_card, NULL);
      return NULL;
    }
  if (clip == NULL)
    {
      clip = HIH_CLIP (hih_clip_new (film, pictures_dir));
      hih_step_card_set_clip (setup->step_card, GTK_WIDGET (clip));
    }
  hih_clip_show (clip, item->lesson_index, item->step->id);
  return clip;
}
