/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where an error becomes a sentence. A test walks every code of every domain. */
#include "config.h"

#include "hih-error-text.h"

#include "hih-camera.h"
#include "hih-film.h"
#include "hih-narrator.h"
#include "hih-records-error.h"
#include "hih-table.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

typedef struct
{
  int code;
  HihRemedy remedy;
  const char *text;
} Entry;

static const Entry records_entries[] = {
  { HIH_RECORDS_ERROR_OPEN, HIH_REMEDY_TEACHER,
    N_("The book of what was practised cannot be opened just now. You can practise all the same.") },
  { HIH_RECORDS_ERROR_BUSY, HIH_REMEDY_AGAIN, N_("Another window is writing just now. Wait a moment.") },
  { HIH_RECORDS_ERROR_CORRUPT, HIH_REMEDY_TEACHER,
    N_("A page of the book is hard to read. When you start again, a good copy takes its place.") },
  { HIH_RECORDS_ERROR_MIGRATION, HIH_REMEDY_TEACHER,
    N_("The book comes from an older version and could not be carried over. Nothing in it was changed.") },
  { HIH_RECORDS_ERROR_CONSTRAINT, HIH_REMEDY_AGAIN, N_("That cannot be kept so. Please look at it once more.") },
  { HIH_RECORDS_ERROR_DISK_FULL, HIH_REMEDY_TEACHER,
    N_("This computer has no room left. You can practise on, but it is not kept.") },
  { HIH_RECORDS_ERROR_CLOSED, HIH_REMEDY_GO_ON, N_("The book is closed already.") },
  { HIH_RECORDS_ERROR_NEWER, HIH_REMEDY_TEACHER,
    N_("The book was written by a newer version of this program. Nothing in it was changed.") },
  { HIH_RECORDS_ERROR_READ_ONLY, HIH_REMEDY_TEACHER,
    N_("This computer does not let us write things down. You can practise all the same.") },
  { HIH_RECORDS_ERROR_SHEET, HIH_REMEDY_AGAIN, N_("That file is not a list of people. The first line names the columns.") },
};

static const Entry film_entries[] = {
  { HIH_FILM_ERROR_NOT_FOUND, HIH_REMEDY_GO_ON, N_("There is no film for this lesson yet. The phone shows it instead.") },
  { HIH_FILM_ERROR_NO_DECODER, HIH_REMEDY_GO_ON,
    N_("This computer cannot show this kind of film. The phone shows it instead.") },
  { HIH_FILM_ERROR_DECODE, HIH_REMEDY_GO_ON, N_("This film cannot be shown. The phone shows it instead.") },
  { HIH_FILM_ERROR_ENCODE, HIH_REMEDY_TEACHER, N_("The film could not be made.") },
  { HIH_FILM_ERROR_DAMAGED, HIH_REMEDY_GO_ON, N_("This film is damaged. The phone shows it instead.") },
  { HIH_FILM_ERROR_AUDIO_DEVICE, HIH_REMEDY_GO_ON, N_("No sound comes out just now. Read along below the film.") },
};

static const Entry camera_entries[] = {
  { HIH_CAMERA_ERROR_ABSENT, HIH_REMEDY_GO_ON, N_("There is no camera on this computer. A drawing stands in for it.") },
  { HIH_CAMERA_ERROR_REFUSED, HIH_REMEDY_TEACHER,
    N_("The camera may not be used just now. A drawing stands in for it.") },
  { HIH_CAMERA_ERROR_BUSY, HIH_REMEDY_TEACHER,
    N_("Another program is using the camera. A drawing stands in for it.") },
  { HIH_CAMERA_ERROR_LOST, HIH_REMEDY_GO_ON, N_("The camera is gone. A drawing stands in for it. Just go on.") },
  { HIH_CAMERA_ERROR_INCOMPLETE, HIH_REMEDY_TEACHER,
    N_("This computer cannot show the camera. A drawing stands in for it.") },
};

static const Entry voice_entries[] = {
  { HIH_VOICE_ERROR_NO_SYNTHESISER, HIH_REMEDY_GO_ON, N_("This computer cannot read aloud. Everything stands in writing too.") },
  { HIH_VOICE_ERROR_LANGUAGE, HIH_REMEDY_GO_ON,
    N_("There is no voice for this language here. Everything stands in writing too.") },
  { HIH_VOICE_ERROR_SYNTHESIS, HIH_REMEDY_GO_ON, N_("The voice was lost for a moment. Everything stands in writing too.") },
};

static const Entry report_entries[] = {
  { HIH_REPORT_ERROR_NO_DATA, HIH_REMEDY_GO_ON, N_("There is nothing to tell yet.") },
  { HIH_REPORT_ERROR_EXPORT, HIH_REMEDY_AGAIN, N_("The report could not be written there. Please choose another folder.") },
};

static const Entry other = { 0, HIH_REMEDY_TEACHER, N_("Something did not work just now. Nothing is lost.") };

static const Entry *
find (const GError *error)
{
  const struct
  {
    GQuark domain;
    const Entry *entries;
    gsize n_entries;
  } domains[] = {
    { HIH_RECORDS_ERROR, records_entries, G_N_ELEMENTS (records_entries) },
    { HIH_FILM_ERROR, film_entries, G_N_ELEMENTS (film_entries) },
    { HIH_CAMERA_ERROR, camera_entries, G_N_ELEMENTS (camera_entries) },
    { HIH_VOICE_ERROR, voice_entries, G_N_ELEMENTS (voice_entries) },
    { HIH_REPORT_ERROR, report_entries, G_N_ELEMENTS (report_entries) },
  };

  for (gsize d = 0; error != NULL && d < G_N_ELEMENTS (domains); d++)
    {
      for (gsize i = 0; domains[d].domain == error->domain && i < domains[d].n_entries; i++)
        {
          if (domains[d].entries[i].code == error->code)
            return &domains[d].entries[i];
        }
    }
  return &other;
}

/**
 * hih_error_get_text:
 * @error: (nullable): what went wrong
 *
 * Returns: (transfer none): a calm sentence in the language of the program
 */
const char *
hih_error_get_text (const GError *error)
{
  return _(find (error)->text);
}

HihRemedy
hih_error_get_remedy (const GError *error)
{
  return find (error)->remedy;
}

/**
 * hih_remedy_get_text:
 *
 * Returns: (transfer none): what to do about it, in a few words
 */
const char *
hih_remedy_get_text (HihRemedy remedy)
{
  switch (remedy)
    {
    case HIH_REMEDY_AGAIN:
      return _("Try again");
    case HIH_REMEDY_TEACHER:
      return _("Tell the teacher");
    case HIH_REMEDY_GO_ON:
    default:
      return _("Go on");
    }
}

void
hih_error_log (const GError *error)
{
  if (error != NULL)
    g_info ("%s", error->message);
}
