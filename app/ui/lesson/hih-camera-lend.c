/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A camera that fails is said once: who has no camera is not told so in every call. */
#include "config.h"

#include "hih-camera-lend.h"

#include "hih-error-text.h"

typedef struct
{
  GObject *owner; /* not owned: the closure goes with it */
  HihReader *reader;
  HihWordsFunc show;
  gboolean said;
} Loan;

static void
failed_cb (HihCamera *camera, GError *error, gpointer data)
{
  Loan *loan = data;

  hih_error_log (error);
  if (loan->said)
    return;
  loan->said = TRUE;
  hih_reader_then (loan->reader, hih_error_get_text (error));
  loan->show (hih_error_get_text (error), loan->owner);
}

static void
loan_free (gpointer data, GClosure *closure)
{
  Loan *loan = data;

  g_object_unref (loan->reader);
  g_free (loan);
}

/**
 * hih_camera_lend:
 */
void
hih_camera_lend (HihContext *context, HihPhoneView *view, HihWordsFunc show, GObject *owner)
{
  HihCamera *camera = hih_context_get_camera (context);

  if (camera != NULL)
    {
      Loan *loan = g_new0 (Loan, 1);
      GClosure *closure = g_cclosure_new (G_CALLBACK (failed_cb), loan, loan_free);

      loan->owner = owner;
      loan->reader = g_object_ref (hih_context_get_reader (context));
      loan->show = show;
      g_object_watch_closure (owner, closure);
      g_signal_connect_closure (camera, "failed", closure, FALSE);
    }
  hih_phone_view_set_camera (view, camera);
}
