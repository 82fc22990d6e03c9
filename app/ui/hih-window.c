/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window. Pages are made when they are gone to and dropped when they are left, so no page ever shows what was true
 * an hour ago; whoever sits here is the window's one piece of memory.
 */
#include "config.h"

#include "hih-window.h"

#include "hih-error-text.h"
#include "hih-focus.h"
#include "hih-footed.h"
#include "hih-kiosk.h"
#include "hih-page-class-start.h"
#include "hih-page-desk.h"
#include "hih-page-done.h"
#include "hih-page-door.h"
#include "hih-page-lead.h"
#include "hih-page-lesson.h"
#include "hih-page-lessons.h"
#include "hih-page-projector.h"
#include "hih-page-restore.h"
#include "hih-page-welcome.h"
#include "hih-page-who.h"
#include "hih-scroller.h"
#include "hih-size-sheet.h"

#include <glib/gi18n.h>

#define SHEET_MAX_WIDTH 900
#define NARROW_SHEET_WIDTH 700

struct _HihWindow
{
  AdwApplicationWindow parent_instance;

  HihContext *context; /* (nullable): until begin */
  HihSettings *settings;
  HihSession *session; /* (nullable) */
  HihTheme *theme;
  HihPage *page; /* (nullable) borrowed from the bin */
  GtkWidget *bar;
  GtkWidget *bin;
  GtkWidget *overlay;
  GtkWidget *sheet;        /* (nullable): the layer over the page */
  GtkWidget *before_sheet; /* (nullable, weak): had the focus */
  HihKiosk *kiosk;
  gboolean bare;
};

G_DEFINE_FINAL_TYPE (HihWindow, hih_window, ADW_TYPE_APPLICATION_WINDOW)

/* A lesson in a window as large as the screen needs the height itself; one step back the bar is there again. */
static void
update_bar (HihWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  gboolean in_lesson = self->page != NULL && HIH_IS_PAGE_LESSON (self->page);

  gtk_widget_set_visible (self->bar, !self->bare && !hih_kiosk_is_on (self->kiosk) && !gtk_window_is_fullscreen (window) &&
                                         hih_kiosk_has_window_manager (window) &&
                                         !(in_lesson && gtk_window_is_maximized (window)));
}

/* What a sheet covers is seen, and that is all: no finger, no Tab and no screen reader comes to it. */
static void
cover_page (HihWindow *self, gboolean covered)
{
  gtk_widget_set_can_focus (self->bin, !covered);
  gtk_widget_set_can_target (self->bin, !covered);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->bin), GTK_ACCESSIBLE_STATE_HIDDEN, covered, -1);
}

static void
close_sheet (HihWindow *self)
{
  if (self->sheet == NULL)
    return;
  gtk_overlay_remove_overlay (GTK_OVERLAY (self->overlay), self->sheet);
  self->sheet = NULL;
  cover_page (self, FALSE);
  /* What opened it may be gone or not be of use any more; then the page begins from its front. */
  if ((self->before_sheet == NULL || !gtk_widget_grab_focus (self->before_sheet)) && self->page != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->before_sheet);
}

static void
close_sheet_cb (GtkWidget *button, gpointer user_data)
{
  close_sheet (user_data);
}

static void
show_sheet (HihWindow *self, GtkWidget *content)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = hih_scroller_new (clamp);

  content = hih_footed_give_way_out (content, G_CALLBACK (close_sheet_cb), G_OBJECT (self));
  close_sheet (self);
  g_set_weak_pointer (&self->before_sheet, gtk_window_get_focus (GTK_WINDOW (self)));
  gtk_widget_add_css_class (content, "sheet");
  if (gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_SHEET_WIDTH)
    gtk_widget_add_css_class (content, "narrow-sheet");
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), SHEET_MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_widget_add_css_class (scroller, "scrim");
  self->sheet = scroller;
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), scroller);
  cover_page (self, TRUE);
  gtk_widget_child_focus (scroller, GTK_DIR_TAB_FORWARD);
}

static void
page_sheet_cb (HihPage *page, GtkWidget *content, gpointer user_data)
{
  if (content != NULL)
    show_sheet (user_data, content);
  else
    close_sheet (user_data);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hih_records_set_pref_finish (HIH_RECORDS (source), result, &error))
    hih_error_log (error);
}

static void
page_text_percent_cb (HihPage *page, int percent, gpointer user_data)
{
  HihWindow *self = user_data;
  HihRecords *records = hih_context_get_records (self->context);

  hih_theme_set_text_percent (self->theme, percent);
  if (self->session != NULL)
    hih_session_set_pref (self->session, HIH_PREF_TEXT_SIZE_PERCENT, percent);
  if (self->session != NULL && hih_session_get_id (self->session) != NULL && records != NULL)
    hih_records_set_pref_async (records, hih_session_get_id (self->session), HIH_PREF_TEXT_SIZE_PERCENT, percent, NULL,
                                kept_cb, NULL);
  else if (self->session == NULL)
    hih_settings_set_int (self->settings, HIH_SETTING_TEXT_PERCENT, percent);
}

static void
page_go_cb (HihPage *page, gconstpointer place, gpointer user_data)
{
  hih_window_go (user_data, place);
}

static void
apply_session (HihWindow *self)
{
  const HihPrefs *prefs = self->session != NULL ? hih_session_get_prefs (self->session) : NULL;
  HihVoice *voice = hih_reader_get_voice (hih_context_get_reader (self->context));
  gboolean enabled = hih_settings_get_boolean (self->settings, HIH_SETTING_VOICE_ENABLED);
  int percent = hih_settings_get_int (self->settings, HIH_SETTING_TEXT_PERCENT);

  if (prefs != NULL && (prefs->set & (1u << HIH_PREF_VOICE)) != 0)
    enabled = prefs->values[HIH_PREF_VOICE] != 0;
  if (prefs != NULL && (prefs->set & (1u << HIH_PREF_TEXT_SIZE_PERCENT)) != 0)
    percent = prefs->values[HIH_PREF_TEXT_SIZE_PERCENT];
  hih_voice_set_enabled (voice, enabled);
  hih_voice_set_pace (voice, prefs != NULL ? prefs->values[HIH_PREF_VOICE_PACE_PERCENT] / 100.0 : 1.0);
  hih_theme_set_text_percent (self->theme, percent);
  hih_theme_set_calm (self->theme, prefs != NULL && prefs->values[HIH_PREF_CALM_MOTION] != 0);
  hih_theme_set_larger_targets (self->theme, prefs != NULL && prefs->values[HIH_PREF_LARGER_TARGETS] != 0);
}

static void
set_session (HihWindow *self, HihSession *session)
{
  g_set_object (&self->session, session);
  apply_session (self);
}

static HihPage *
make_page (HihWindow *self, const HihPlace *place)
{
  switch (place->kind)
    {
    case HIH_PLACE_WELCOME:
      return hih_page_welcome_new (self->context);
    case HIH_PLACE_LESSONS:
      return hih_page_lessons_new (self->context, self->session, NULL);
    case HIH_PLACE_TOPIC:
      return hih_page_lessons_new (self->context, self->session, place->id);
    case HIH_PLACE_LESSON:
      return hih_page_lesson_new (self->context, self->session, place->id, HIH_ENTRY_GO_ON);
    case HIH_PLACE_RECHECK:
      return hih_page_lesson_new (self->context, self->session, place->id, HIH_ENTRY_RECHECK);
    case HIH_PLACE_TRY:
      return hih_page_lesson_new (self->context, self->session, place->id, HIH_ENTRY_TRY);
    case HIH_PLACE_DONE:
      return hih_page_done_new (self->context, self->session, place->id, &place->run, place->able,
                                place->support);
    case HIH_PLACE_DOOR:
      return hih_page_door_new (self->context, g_strcmp0 (place->id, HIH_DOOR_CHANGE) == 0);
    case HIH_PLACE_DESK:
      return hih_page_desk_new (self->context, place->id);
    case HIH_PLACE_RESTORE:
      return hih_page_restore_new (self->context, place->id);
    case HIH_PLACE_CLASS_START:
      return hih_page_class_start_new (self->context);
    case HIH_PLACE_CLASS:
      return hih_page_lead_new (self->context, place->id);
    case HIH_PLACE_PROJECTOR:
      return hih_page_projector_new (self->context, place->id);
    case HIH_PLACE_WHO:
    default:
      return hih_page_who_new (self->context);
    }
}

static void
show_place (HihWindow *self, const HihPlace *place)
{
  HihPage *page = make_page (self, place);

  if (page == NULL)
    return;
  close_sheet (self);
  hih_reader_stop (hih_context_get_reader (self->context));
  if (self->page != NULL)
    hih_page_left (self->page);
  self->page = page;
  hih_kiosk_set_page (self->kiosk, page, place->kind);
  g_signal_connect_object (page, "go", G_CALLBACK (page_go_cb), self, 0);
  g_signal_connect_object (page, "sheet", G_CALLBACK (page_sheet_cb), self, 0);
  g_signal_connect_object (page, "text-percent", G_CALLBACK (page_text_percent_cb), self, 0);
  update_bar (self);
  hih_focus_leave (self->bin);
  adw_bin_set_child (ADW_BIN (self->bin), GTK_WIDGET (page));
  if (hih_page_get_title (page) != NULL)
    gtk_window_set_title (GTK_WINDOW (self), hih_page_get_title (page));
  hih_page_shown (page);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  /* A ring round the first button would look like a choice somebody made. */
  gtk_window_set_focus_visible (GTK_WINDOW (self), FALSE);
}

typedef struct
{
  HihWindow *window;
  HihTrainee *trainee;
  char *lesson; /* (nullable): straight into it */
} SitDown;

static void
prefs_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SitDown *sit = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihSession) session = NULL;
  HihPlace place = { .kind = HIH_PLACE_LESSONS };
  HihPrefs prefs;

  if (!hih_records_get_prefs_finish (HIH_RECORDS (source), result, &prefs, &error))
    {
      hih_error_log (error);
      hih_prefs_init (&prefs);
    }
  if (sit->lesson != NULL)
    place = (HihPlace){ .kind = HIH_PLACE_LESSON, .id = sit->lesson };
  session = hih_session_new (sit->trainee, &prefs);
  set_session (sit->window, session);
  show_place (sit->window, &place);
  hih_trainee_unref (sit->trainee);
  g_object_unref (sit->window);
  g_free (sit->lesson);
  g_free (sit);
}

/**
 * hih_window_go:
 * @place: where to; copied as needed
 *
 * Leaves this page for another.
 */
void
hih_window_go (HihWindow *self, const HihPlace *place)
{
  g_return_if_fail (HIH_IS_WINDOW (self));
  if (self->context == NULL)
    return;
  if (place->kind == HIH_PLACE_LESSONS && place->fresh)
    {
      g_autoptr (HihSession) guest = NULL;

      if (place->trainee != NULL && hih_context_get_records (self->context) != NULL)
        {
          SitDown *sit = g_new0 (SitDown, 1);

          sit->window = g_object_ref (self);
          sit->trainee = hih_trainee_ref (place->trainee);
          sit->lesson = g_strdup (place->id);
          hih_records_get_prefs_async (hih_context_get_records (self->context), &place->trainee->id, NULL, prefs_cb,
                                       sit);
          return;
        }
      guest = hih_session_new (place->trainee, NULL);
      set_session (self, guest);
    }
  else if (place->kind == HIH_PLACE_WHO || place->kind == HIH_PLACE_WELCOME || place->kind == HIH_PLACE_DOOR ||
           (hih_place_is_inside (place->kind) && place->kind != HIH_PLACE_TRY))
    set_session (self, NULL);
  show_place (self, place);
}

void
hih_window_tell (HihWindow *self, const char *title, const char *text)
{
  if (self->page != NULL)
    show_sheet (self, hih_text_sheet_new (self->page, title, text));
}

static void
help_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HihWindow *self = HIH_WINDOW (widget);
  g_autofree char *help = NULL;

  if (self->page == NULL)
    return;
  help = hih_page_dup_help (self->page);
  hih_window_tell (self, _("Help"), help);
}

static void
keys_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hih_window_tell (HIH_WINDOW (widget), _("Keys"),
                   _("Tab: from one button to the next\n"
                     "Enter: press the button\n"
                     "Escape: back\n"
                     "F1: help\n"
                     "F11: the whole screen\n"
                     "In a film: Space stops and goes on; the arrow keys, Page Up and Page Down change the step"));
}

static void
fullscreen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (hih_kiosk_is_on (HIH_WINDOW (widget)->kiosk))
    return;
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HihWindow *self = HIH_WINDOW (widget);

  if (self->sheet != NULL)
    close_sheet (self);
  else if (self->page != NULL)
    hih_page_back (self->page);
}

static void
read_aloud_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HihWindow *self = HIH_WINDOW (widget);

  if (self->page != NULL)
    hih_page_speak (self->page);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                gpointer user_data)
{
  HihWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->sheet != NULL || self->page == NULL || (focus != NULL && GTK_IS_EDITABLE (focus)))
    return GDK_EVENT_PROPAGATE;
  return hih_page_key (self->page, keyval, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
close_request_cb (GtkWindow *window, gpointer user_data)
{
  HihWindow *self = HIH_WINDOW (window);
  int width, height;

  if (!hih_kiosk_may_close (self->kiosk))
    return GDK_EVENT_STOP;
  if (self->page != NULL)
    hih_page_left (self->page);
  gtk_window_get_default_size (window, &width, &height);
  if (!self->bare && !hih_kiosk_is_on (self->kiosk))
    {
      hih_settings_set_value (self->settings, HIH_SETTING_WINDOW_SIZE, g_variant_new ("(ii)", width, height));
      hih_settings_set_boolean (self->settings, HIH_SETTING_WINDOW_MAXIMIZED, gtk_window_is_maximized (window));
    }
  return GDK_EVENT_PROPAGATE;
}

static void
hih_window_dispose (GObject *object)
{
  HihWindow *self = HIH_WINDOW (object);

  g_clear_weak_pointer (&self->before_sheet);
  self->page = NULL;
  g_clear_object (&self->kiosk);
  g_clear_object (&self->theme);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hih_window_parent_class)->dispose (object);
}

static void
hih_window_class_init (HihWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_window_dispose;
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (widget_class, "win.keys", NULL, keys_cb);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.read-aloud", NULL, read_aloud_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "win.keys", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.keys",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "win.fullscreen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
gone_cb (HihKiosk *kiosk, gpointer user_data)
{
  HihPlace who = { .kind = HIH_PLACE_WHO };

  hih_window_go (user_data, &who);
}

static void
hih_window_init (HihWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "hih");
  self->bar = adw_header_bar_new ();
  gtk_widget_add_css_class (self->bar, "flat");
  /* The page says its title itself. */
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (self->bar), adw_bin_new ());
  self->bin = adw_bin_new ();
  gtk_widget_set_vexpand (self->bin, TRUE);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->bin);
  gtk_widget_set_vexpand (self->overlay, TRUE);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->overlay);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  gtk_window_set_title (GTK_WINDOW (self), _("Hand in Hand"));
  gtk_window_set_icon_name (GTK_WINDOW (self), HIH_APP_ID);
}

/**
 * hih_window_new:
 * @settings: how this computer shows things
 *
 * Returns: (transfer floating): an empty window in the colours and text size chosen here
 */
GtkWidget *
hih_window_new (GtkApplication *application, HihSettings *settings)
{
  HihWindow *self = g_object_new (HIH_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (GVariant) size = hih_settings_dup_value (settings, HIH_SETTING_WINDOW_SIZE);
  int width, height;

  self->settings = g_object_ref (settings);
  self->theme = hih_theme_new (GTK_WINDOW (self), settings);
  hih_theme_set_text_percent (self->theme, hih_settings_get_int (settings, HIH_SETTING_TEXT_PERCENT));
  g_variant_get (size, "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width, 360, 8192), CLAMP (height, 480, 8192));
  if (hih_settings_get_boolean (settings, HIH_SETTING_WINDOW_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
  self->kiosk = hih_kiosk_new (GTK_WINDOW (self), GTK_OVERLAY (self->overlay), settings);
  g_signal_connect_object (self->kiosk, "changed", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kiosk, "gone", G_CALLBACK (gone_cb), self, 0);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (update_bar), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (update_bar), NULL);
  update_bar (self);
  return GTK_WIDGET (self);
}

/**
 * hih_window_begin:
 * @first: the welcome, or who learns today
 *
 * Everything is loaded: the first page.
 */
void
hih_window_begin (HihWindow *self, HihContext *context, HihPlaceKind first)
{
  HihPlace place = { .kind = first };

  g_return_if_fail (HIH_IS_WINDOW (self));
  g_set_object (&self->context, context);
  hih_kiosk_begin (self->kiosk, context);
  g_signal_connect_object (self->settings, "changed::" HIH_SETTING_VOICE_ENABLED, G_CALLBACK (apply_session), self,
                           G_CONNECT_SWAPPED);
  /* The same Latin letters, with quotation marks of Latin width (as in the phone). */
  if (!g_str_has_prefix (hih_context_get_language (context), "zh"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "alphabetic");
  hih_window_go (self, &place);
}

HihPage *
hih_window_get_page (HihWindow *self)
{
  return self->page;
}

HihTheme *
hih_window_get_theme (HihWindow *self)
{
  return self->theme;
}

HihContext *
hih_window_get_context (HihWindow *self)
{
  return self->context;
}

gboolean
hih_window_has_sheet (HihWindow *self)
{
  return self->sheet != NULL;
}

HihKiosk *
hih_window_get_kiosk (HihWindow *self)
{
  return self->kiosk;
}

void
hih_window_set_bare (HihWindow *self, gboolean bare)
{
  self->bare = bare;
  if (bare)
    gtk_widget_add_css_class (GTK_WIDGET (self), "bare");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "bare");
  update_bar (self);
}
