/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the gallery and the tests of the phone's view. */
#include "config.h"

#include "phone-booth.h"

#include "hih-catalogue.h"
#include "hih-element-view.h"
#include "hih-paths.h"

#include <adwaita.h>

static const BoothState states[] = {
  { "lock", "system/lock", "" },
  { "home", "home/main", "" },
  { "home-ring", "home/main", "", "home/chat" },
  { "chat-list", "chat/list", "" },
  { "chat-people", "chat/list", "<set key='chat.tab' to='people'/>" },
  { "chat-me", "chat/list", "<set key='chat.tab' to='me'/>" },
  { "chat-talk", "chat/list", "<set key='chat.peer' to='fang'/><open screen='chat/talk'/>" },
  { "chat-talk-ring", "chat/list", "<set key='chat.peer' to='fang'/><open screen='chat/talk'/>", "chat/video" },
  { "keys-empty", "chat/list",
    "<set key='chat.peer' to='fang'/><set key='chat.asks' to='yes'/><open screen='chat/talk'/><set key='system.keyboard' to='handwriting'/>" },
  { "keys-writing", "chat/list",
    "<set key='chat.peer' to='fang'/><set key='chat.asks' to='yes'/><open screen='chat/talk'/><set key='system.keyboard' to='handwriting'/>",
    "chat/text", HIH_GESTURE_TYPE, 4300, "我想" },
  { "keys-choosing", "chat/list",
    "<set key='chat.peer' to='fang'/><set key='chat.asks' to='yes'/><open screen='chat/talk'/><set key='system.keyboard' to='handwriting'/>",
    "chat/text", HIH_GESTURE_TYPE, 4960, "我想" },
  { "helper-speak", "assistant/main", "<set key='assistant.allowed' to='yes'/><set key='system.keyboard' to='voice'/>" },
  { "helper-card", "assistant/main",
    "<set key='assistant.allowed' to='yes'/><set key='assistant.heard' to='call'/><set key='assistant.card' to='call'/>" },
  { "keys-pinyin", "chat/list",
    "<set key='chat.peer' to='fang'/><set key='chat.asks' to='yes'/><set key='chat.draft' to='我想'/><open screen='chat/talk'/><set key='system.keyboard' to='pinyin'/>" },
  { "keys-letters", "chat/list",
    "<set key='chat.peer' to='fang'/><set key='chat.asks' to='yes'/><set key='chat.draft' to='我想'/><open screen='chat/talk'/><set key='system.keyboard' to='letters'/>" },
  { "keys-number", "chat/list",
    "<set key='chat.peer' to='fang'/><set key='chat.asks' to='yes'/><set key='chat.draft' to='我想'/><open screen='chat/talk'/><set key='system.keyboard' to='number'/>" },
  { "keys-voice", "chat/list",
    "<set key='chat.peer' to='fang'/><set key='chat.asks' to='yes'/><set key='chat.draft' to='我想'/><open screen='chat/talk'/><set key='system.keyboard' to='voice'/>" },
  { "chat-more", "chat/list", "<set key='chat.peer' to='fang'/><open screen='chat/talk'/><sheet id='chat/more-sheet'/>" },
  { "ringing", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='ringing'/><open screen='chat/ringing'/>" },
  { "dialling", "home/main", "<set key='chat.peer' to='ming'/><open screen='chat/dialling'/>" },
  { "call", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
  { "call-off", "home/main",
    "<set key='chat.peer' to='fang'/><set key='chat.camera' to='no'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
  { "permission", "home/main", "<set key='chat.peer' to='fang'/><open screen='chat/ringing'/><ask dialog='chat/camera-permission'/>" },
  { "city", "city/main", "" },
  { "notice", "city/main", "<open screen='city/notice'/>" },
  { "form", "city/main", "<open screen='city/form'/>" },
  { "face", "city/main", "<open screen='city/face-check'/>" },
  { "face-far", "city/main", "<open screen='city/face-check'/><set key='city.face' to='far'/>" },
  { "face-blink", "city/main", "<open screen='city/face-check'/><set key='city.face' to='blink'/>" },
  { "face-turn", "city/main", "<open screen='city/face-check'/><set key='city.face' to='turn'/>" },
  { "face-ok", "city/main", "<open screen='city/face-check'/><set key='city.face' to='passed'/>" },
  { "code", "city/main", "<open screen='city/code'/>" },
  { "code-old", "city/main", "<set key='city.fresh' to='no'/><set key='system.network' to='no'/><open screen='city/code'/>" },
  { "ways", "city/main", "<open screen='city/ways'/>" },
  { "phone", "phone/main", "" },
  { "phone-find", "phone/main", "<set key='phone.find' to='wang'/>", "phone/find" },
  { "phone-none", "phone/main", "<set key='phone.find' to='xyz'/>" },
  { "phone-empty", "phone/main", "<set key='phone.tab' to='keys'/>", "phone/number", HIH_GESTURE_TYPE },
  { "phone-new", "phone/main", "<set key='phone.number' to='62551234'/><open screen='phone/new'/>" },
  { "phone-sos", "phone/main", "<set key='phone.tab' to='sos'/>", "phone/sos", HIH_GESTURE_HOLD },
  { "phone-help", "phone/main", "<set key='phone.peer' to='sos'/><set key='phone.sos' to='counting'/><open screen='phone/emergency'/>" },
  { "phone-helped", "phone/main", "<set key='phone.peer' to='sos'/><set key='phone.sos' to='called'/><open screen='phone/emergency'/>" },
  { "phone-ringing", "phone/main", "<set key='phone.peer' to='fang'/><set key='phone.call' to='ringing'/><open screen='phone/ringing'/>" },
  { "phone-stranger", "phone/main", "<set key='phone.peer' to='stranger'/><open screen='phone/ringing'/>" },
  { "phone-muted", "phone/main", "<set key='phone.peer' to='fang'/><set key='phone.muted' to='yes'/><set key='phone.call' to='talking'/><open screen='phone/calling'/>" },
  { "shade", "home/main", "<sheet id='system/shade'/>" },
  { "shade-airplane", "home/main", "<set key='system.airplane' to='yes'/><set key='system.wifi' to='no'/><set key='system.data' to='no'/><sheet id='system/shade'/>", "system/quick-airplane" },
  { "status", "home/main", "", "system/status", HIH_GESTURE_SWIPE_DOWN },
  { "hand-pulls", "home/main", "", "system/status", HIH_GESTURE_SWIPE_DOWN, 1800 },
  { "airplane", "home/main", "<set key='system.airplane' to='yes'/>" },
  { "data-notice", "home/main", "<ask dialog='system/data-notice'/>" },
  { "charge-notice", "home/main", "<ask dialog='system/charge-notice'/>" },
  { "wifi", "settings/main", "<set key='system.joining' to='none'/><open screen='system/wifi'/>" },
  { "wifi-join", "settings/main", "<set key='system.joining' to='none'/><set key='system.net' to='home'/><set key='system.wifi-password' to='6688'/><open screen='system/wifi-join'/>" },
  { "wifi-working", "settings/main", "<set key='system.net' to='home'/><set key='system.joining' to='working'/><open screen='system/wifi-join'/>" },
  { "wifi-refused", "settings/main", "<set key='system.net' to='home'/><set key='system.joining' to='refused'/><open screen='system/wifi-join'/>" },
  { "wifi-late", "settings/main", "<set key='system.net' to='home'/><set key='system.joining' to='timed-out'/><open screen='system/wifi-join'/>" },
  { "wifi-done", "settings/main", "<set key='system.net' to='home'/><set key='system.joining' to='done'/><open screen='system/wifi-join'/>" },
  { "clinic", "clinic/main", "" },
  { "clinic-find", "clinic/main", "<set key='clinic.find' to='tee'/>" },
  { "clinic-times", "clinic/main", "<set key='clinic.department' to='eyes'/><set key='clinic.day' to='2'/><set key='clinic.hour' to='two'/><open screen='clinic/times'/>", "clinic/day-2" },
  { "clinic-form", "clinic/main", "<set key='clinic.id-number' to='110101194503120'/><open screen='clinic/form'/>" },
  { "clinic-code", "clinic/main", "<set key='clinic.sms' to='sent'/><open screen='clinic/code'/>", "clinic/sms-code" },
  { "clinic-coded", "clinic/main", "<set key='clinic.code' to='428615'/><open screen='clinic/code'/>" },
  { "clinic-pay", "clinic/main", "<set key='clinic.password' to='246'/><open screen='clinic/code'/><sheet id='clinic/pay'/>" },
  { "clinic-wrong", "clinic/main", "<set key='clinic.password' to='wrong'/><open screen='clinic/code'/><sheet id='clinic/pay'/>" },
  { "clinic-where", "clinic/main", "<ask dialog='clinic/where-question'/>" },
  { "clinic-late", "clinic/main", "<set key='clinic.department' to='eyes'/><set key='clinic.booking' to='timed-out'/><open screen='clinic/result'/>" },
  { "clinic-offline", "clinic/main", "<set key='clinic.department' to='eyes'/><set key='clinic.booking' to='no-network'/><open screen='clinic/result'/>" },
  { "settings-large", "settings/main", "<set key='system.text-size' to='5'/>" },
  { "settings-small", "settings/main", "<set key='system.text-size' to='1'/>" },
  { "home-large", "home/main", "<set key='system.text-size' to='5'/>" },
  { "chat-large", "chat/list", "<set key='system.text-size' to='5'/>" },
  { "dim", "settings/main", "<set key='system.brightness' to='1'/>" },
  { "easy", "home/main", "<set key='system.easy' to='yes'/>" },
  { "easy-ask", "settings/main", "<ask dialog='settings/easy-question'/>" },
  { "read", "settings/main", "<set key='system.read-aloud' to='yes'/><open screen='settings/read'/>", "settings/sample" },
  { "phone-keys", "phone/main", "<set key='phone.tab' to='keys'/><set key='phone.number' to='12345'/>" },
  { "person", "phone/main", "<set key='phone.peer' to='fang'/><open screen='phone/person'/>" },
  { "calling", "phone/main", "<set key='phone.peer' to='fang'/><set key='phone.call' to='talking'/><open screen='phone/calling'/>" },
  { "settings", "settings/main", "" },
  { "display", "settings/main", "<open screen='settings/display'/>" },
  { "display-large", "settings/main", "<set key='system.text-size' to='5'/><open screen='settings/display'/>", "settings/text-size", HIH_GESTURE_DRAG },
  { "sound", "settings/main", "<open screen='settings/sound'/>" },
  { "album", "album/photos", "" },
  { "photo", "album/photos", "<open screen='album/photo'/>" },
  { "photo-menu", "album/photos", "<set key='album.zoomed' to='yes'/><set key='album.menu' to='yes'/><open screen='album/photo'/>" },
  { "city-form", "city/main", "<set key='city.digits' to='0028'/><set key='city.id-number' to='3201**********0028'/><open screen='city/form'/>", "city/right" },
  { "toast", "home/main", "<toast><text>Sunny today, twelve degrees. Have a good walk.</text></toast>" },
  { "camera", "camera/main", "<set key='camera.taken' to='yes'/>" },
  { "camera-taken", "camera/main", "<toast><text>Click! The photo is in Photos.</text></toast>", "camera/shutter" },
  { "call-toast", "chat/list", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>"
    "<toast><text>Loudspeaker on: no need to hold it to your ear.</text></toast>" },
  { "camera-me", "camera/main", "<set key='camera.facing' to='me'/>" },
  { "which", "camera/main", "<open screen='camera/which'/>" },
  { "scan", "camera/main", "<open screen='camera/scan'/>" },
  { "scan-far", "camera/main", "<set key='camera.aim' to='far'/><open screen='camera/scan'/>", "camera/closer" },
  { "scan-dirty", "camera/main", "<set key='camera.aim' to='dirty'/><open screen='camera/scan'/>" },
  { "scan-found", "camera/main", "<set key='camera.aim' to='found'/><open screen='camera/scan'/>" },
  { "page", "camera/main", "<set key='camera.read' to='visit'/><open screen='camera/page'/>" },
  { "page-flyer", "camera/main", "<set key='camera.read' to='flyer'/><open screen='camera/page'/>" },
  { "my-code", "camera/main", "<open screen='camera/my-code'/>" },
  { "chat-sent", "chat/list",
    "<set key='chat.peer' to='fang'/><set key='chat.left-message' to='yes'/><set key='chat.voice-plays' to='yes'/><set key='chat.chosen' to='flowers'/>"
    "<set key='chat.sent-picture' to='yes'/><set key='chat.sent-place' to='yes'/><open screen='chat/talk'/>" },
  { "packet-sent", "chat/list", "<set key='chat.peer' to='le'/><open screen='chat/talk'/>" },
  { "rumour", "chat/list", "<ask dialog='chat/rumour'/>" },
  { "pick", "chat/list", "<set key='chat.chosen' to='flowers'/><open screen='chat/pick'/>" },
  { "place", "chat/list", "<open screen='chat/place'/>", "chat/home" },
  { "way", "chat/list", "<open screen='chat/way'/>" },
  { "hand-carries", "chat/list", "<open screen='chat/place'/>", "chat/town", HIH_GESTURE_DRAG, 1900, "home" },
  { "weather", "weather/main", "" },
  { "offer", "weather/main", "<ask dialog='weather/offer'/>", "weather/skip-offer" },
  { "location", "weather/main", "<ask dialog='weather/location'/>" },
  { "virus", "weather/main", "<ask dialog='weather/virus'/>" },
  { "virus-lured", "weather/main", "<set key='weather.lured' to='yes'/><ask dialog='weather/virus'/>", "weather/close-virus" },
  { "password-aloud", "assistant/main", "<set key='assistant.card' to='password'/>", "assistant/refuse" },
  { "charge-bought", "home/main", "<set key='system.data-bought' to='yes'/><ask dialog='system/charge-notice'/>" },
  { "share-screen", "weather/main", "<ask dialog='system/share-screen'/>" },
  { "store", "store/main", "" },
  { "results", "store/main", "<open screen='store/results'/>" },
  { "store-page", "store/main", "<open screen='store/page'/>" },
  { "store-copy", "store/main", "<set key='store.offer' to='copy'/><set key='store.mark' to='red'/><open screen='store/page'/>" },
  { "store-half", "store/main", "<set key='store.installed' to='35'/><open screen='store/page'/>" },
  { "storage", "settings/main", "<open screen='settings/storage'/>" },
  { "home-store", "home/main", "<set key='home.store' to='yes'/>" },
  { "album-taken", "album/photos", "<set key='camera.taken' to='yes'/>" },
  { "share", "album/photos", "<open screen='album/photo'/><sheet id='album/share'/>" },
  { "drill-network", "home/main",
    "<set key='system.network' to='no'/><open screen='drills/no-network'/>", "drills/airplane-switch" },
  { "drill-password", "home/main", "<open screen='drills/password-page'/>" },
  { "drill-code-old", "home/main", "<open screen='drills/code-page'/>", "drills/resend" },
  { "drill-code-new", "home/main", "<set key='drills.code-age' to='fresh'/><open screen='drills/code-page'/>", "drills/code-sms" },
  { "drill-permission", "home/main", "<ask dialog='drills/permission'/>", "drills/refuse-contacts" },
  { "drill-permission-given", "home/main",
    "<set key='drills.contacts' to='given'/><ask dialog='drills/permission'/>" },
  { "drill-advert", "home/main", "<ask dialog='drills/advert-page'/>", "drills/close-advert" },
  { "drill-advert-opened", "home/main", "<set key='drills.advert' to='opened'/><ask dialog='drills/advert-page'/>" },
  { "drill-incoming", "home/main", "<open screen='drills/incoming'/>", "drills/take-call" },
  { "drill-incoming-talk", "home/main", "<set key='drills.call' to='talking'/><open screen='drills/incoming'/>" },
  { "drill-sent", "home/main", "<open screen='drills/sent-page'/>", "drills/sent-bubble" },
  { "drill-sent-menu", "home/main",
    "<open screen='drills/sent-page'/><sheet id='drills/sent-menu'/>", "drills/recall" },
  { "drill-unanswered", "home/main", "<set key='drills.caller' to='fang'/><open screen='drills/unanswered'/>" },
  { "drill-unanswered-over", "home/main",
    "<set key='drills.caller' to='fang'/><set key='drills.call' to='over'/><open screen='drills/unanswered'/>" },
  { "drill-heard", "home/main", "<open screen='drills/heard-page'/>", "drills/say-again" },
  { "scam-code-call", "home/main", "<set key='drills.caller' to='service'/><open screen='drills/code-call'/>" },
  { "scam-code-told", "home/main",
    "<set key='drills.caller' to='service'/><set key='drills.code-told' to='yes'/><open screen='drills/code-call'/>", "drills/hang-up-code" },
  { "scam-code-chat", "home/main", "<set key='drills.code-sent' to='yes'/><open screen='drills/code-chat'/>" },
  { "scam-share", "home/main", "<set key='drills.caller' to='service'/><open screen='drills/share-call'/>", "drills/hang-up-share" },
  { "scam-share-on", "home/main",
    "<set key='system.shared' to='yes'/><open screen='drills/share-call'/><ask dialog='system/share-screen'/>", "system/refuse-screen" },
  { "scam-new-number", "home/main", "<open screen='drills/new-number'/>", "drills/leave-number" },
  { "scam-money-sent", "home/main", "<set key='drills.money-sent' to='yes'/><open screen='drills/new-number'/>" },
  { "scam-ask", "home/main", "<open screen='drills/who-to-ask'/>" },
  { "visit-photos", "visit/photos", "", "visit/gui" },
  { "visit-family", "visit/photos", "<set key='visit.me' to='gui'/><open screen='visit/family'/>", "visit/fang" },
  { "visit-not-you", "visit/photos", "<set key='visit.me' to='li'/><open screen='visit/family'/>" },
  { "visit-ready", "visit/photos",
    "<set key='visit.peer' to='fang'/><open screen='visit/ready'/>", "visit/headphones" },
  { "visit-ready-own", "visit/photos",
    "<set key='visit.peer' to='fang'/><set key='visit.sound' to='own'/><open screen='visit/ready'/>", "visit/start" },
  { "visit-busy", "visit/photos",
    "<set key='visit.peer' to='fang'/><set key='visit.free' to='no'/><open screen='visit/calling'/>" },
  { "visit-talk", "visit/photos",
    "<set key='visit.peer' to='fang'/><set key='visit.call' to='talking'/><open screen='visit/talk'/>", "visit/hide-room" },
  { "visit-after", "visit/photos", "<set key='visit.free' to='no'/><open screen='visit/after'/>", "visit/three" },
  { "visit-agreed", "visit/photos", "<set key='visit.next' to='sunday'/><open screen='visit/after'/>" },
  { "family-list", "city/main",
    "<set key='city.holder' to='fang'/><open screen='city/family-list'/>", "city/add-elder" },
  { "family-form", "city/main", "<open screen='city/elder-form'/>", "city/read-card" },
  { "family-form-full", "city/main",
    "<set key='city.elder' to='zhang'/><set key='city.elder-id' to='3201**********0028'/><open screen='city/elder-form'/>", "city/elder-right" },
  { "family-relation", "city/main", "<open screen='city/relation'/>", "city/relation-mother" },
  { "family-consent", "city/main", "<open screen='city/consent'/>", "city/consent-yes" },
  { "family-not-found", "city/main",
    "<set key='city.relation-found' to='no'/><open screen='city/consent'/>", "city/to-window" },
  { "family-code", "city/main",
    "<set key='city.elder' to='zhang'/><set key='city.elder-id' to='3201**********0028'/><open screen='city/elder-code'/>", "city/print-code" },
  { "family-printed", "city/main",
    "<set key='city.elder' to='zhang'/><set key='city.elder-id' to='3201**********0028'/><set key='city.printed' to='yes'/><open screen='city/elder-code'/>", "city/open-alert" },
  { "alert", "city/main", "<open screen='city/alert'/>", "city/alert-well" },
  { "false-alert", "city/main", "<open screen='city/false-alert'/>" },
  { "false-alert-open", "city/main",
    "<set key='city.false-alert' to='opened'/><open screen='city/false-alert'/>", "city/false-close" },
  { "community", "city/main", "<open screen='city/community'/>" },
  { "edit", "home/main", "<set key='home.editing' to='yes'/>" },
  { "power", "home/main", "", "system/power" },
  { "hand-comes", "home/main", "", "home/chat", HIH_GESTURE_TAP, 700 },
  { "hand-taps", "home/main", "", "home/chat", HIH_GESTURE_TAP, 1450 },
  { "hand-swipes", "system/lock", "", "system/unlock", HIH_GESTURE_SWIPE_UP, 1800 },
  { "hand-drags", "settings/main", "", "settings/brightness", HIH_GESTURE_DRAG, 2350, "8" },
  { "hand-zooms", "album/photos", "<open screen='album/photo'/>", "album/picture", HIH_GESTURE_ZOOM, 2000 },
};

const BoothState *
booth_list_states (guint *n_states)
{
  *n_states = G_N_ELEMENTS (states);
  return states;
}

void
booth_open (Booth *booth, guint n_views)
{
  booth->window = gtk_window_new ();
  booth->views = g_ptr_array_new ();
  booth->width = BOOTH_WIDTH;
  booth->height = BOOTH_HEIGHT;
  booth->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (booth->window, "hih");
  for (guint i = 0; i < n_views; i++)
    {
      GtkWidget *view = hih_phone_view_new ();

      gtk_widget_set_hexpand (view, TRUE);
      gtk_box_append (GTK_BOX (booth->row), view);
      g_ptr_array_add (booth->views, view);
    }
  gtk_window_set_child (GTK_WINDOW (booth->window), booth->row);
  gtk_widget_realize (booth->window);
  gtk_widget_realize (booth->row);
  gtk_widget_map (booth->row);
}

void
booth_close (Booth *booth)
{
  gtk_window_destroy (GTK_WINDOW (booth->window));
  g_clear_pointer (&booth->views, g_ptr_array_unref);
}

void
booth_settle (Booth *booth)
{
  int width = booth->width * (int) booth->views->len;

  /* Once more for what a place changes: a scroll position. */
  for (int i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (gtk_widget_get_frame_clock (booth->window), "update");
      gtk_widget_allocate (booth->row, width, booth->height, -1, NULL);
    }
}

cairo_surface_t *
booth_paint (Booth *booth)
{
  int width = booth->width * (int) booth->views->len;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, booth->height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  cairo_set_source_rgb (cr, 0.98, 0.965, 0.933);
  cairo_paint (cr);
  booth_settle (booth);
  gtk_widget_snapshot_child (booth->window, booth->row, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  return surface;
}

void
booth_draw (Booth *booth, const char *path)
{
  cairo_surface_t *surface = booth_paint (booth);

  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_error ("cannot write %s", path);
  cairo_surface_destroy (surface);
}

void
booth_walk_lessons (BoothStepFunc func, gconstpointer data)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = hih_catalogue_load (hih_paths_get_lessons_dir (), issues);

  for (HihLesson *lesson = hih_catalogue_get_first (catalogue); lesson != NULL;
       lesson = hih_catalogue_get_next (catalogue, hih_lesson_get_id (lesson)))
    {
      g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_FOLLOW, FALSE);

      for (guint l = 0; hih_lesson_get_layouts (lesson)[l] != NULL; l++)
        {
          for (guint i = 0; i < hih_plan_get_n_items (plan); i++)
            func (plan, i, hih_lesson_get_layouts (lesson)[l], data);
        }
    }
}

HihAppSet *
booth_load_apps (void)
{
  const char *names[] = { "home", "chat", "phone", "city", "settings", "album", "clinic", "drills", "visit", NULL };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *dir = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  HihAppSet *apps = hih_app_set_load (dir, names, issues);

  for (guint i = 0; i < issues->len; i++)
    g_printerr ("# %s\n", hih_issue_to_string (g_ptr_array_index (issues, i)));
  if (apps == NULL)
    g_error ("the apps in %s cannot be loaded", dir);
  return apps;
}

HihAppSet *
booth_begin (int *argc, char ***argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  return booth_load_apps ();
}

void
booth_act (BoothPhone *fixture, HihGestureKind kind, const char *target, const char *value)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (kind, target, value);

  hih_phone_act (fixture->phone, gesture);
}

HihClock *
booth_clock_new (void)
{
  return hih_virtual_clock_new (G_GINT64_CONSTANT (1795425392000));
}

void
booth_run_effects (HihPhone *phone, const char *xml)
{
  g_autofree char *whole = g_strdup_printf ("<start>%s</start>", xml);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihNode) node = hih_markup_parse (whole, -1, "booth", issues);
  GPtrArray *effects;

  if (node == NULL)
    g_error ("not well-formed: %s", xml);
  effects = hih_effects_read (node, NULL, issues);
  hih_effects_check (effects, hih_phone_get_apps (phone), NULL, issues);
  if (issues->len > 0)
    g_error ("%s", hih_issue_to_string (g_ptr_array_index (issues, 0)));
  hih_phone_run_effects (phone, effects);
  /* What waits borrows from them as long as the phone lives. */
  g_object_set_data_full (G_OBJECT (phone), "booth-effects", effects, (GDestroyNotify) g_ptr_array_unref);
}

HihPhone *
booth_phone_new (HihAppSet *apps, const char *layout, HihClock *clock, const BoothState *state)
{
  HihPhone *phone = hih_phone_new (apps, layout, clock);
  g_autoptr (HihPhoneState) start = hih_app_set_new_state (apps, state->screen);

  hih_phone_set_state (phone, start);
  booth_run_effects (phone, state->effects);
  return phone;
}

GtkWidget *
booth_find (GtkWidget *root, const char *target)
{
  if (g_strcmp0 (hih_element_view_get_widget_target (root), target) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = booth_find (child, target);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
booth_find_class (GtkWidget *root, const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (root, css_class) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = booth_find_class (child, css_class);
  return found;
}

void
booth_click (GtkWidget *root, const char *target)
{
  GtkWidget *widget = booth_find (root, target);

  g_assert_nonnull (widget);
  g_assert_true (GTK_IS_BUTTON (widget));
  g_signal_emit_by_name (widget, "clicked");
}

void
booth_phone_open (BoothPhone *fixture, HihAppSet *apps, const BoothState *state, const char *layout, const char *language)
{
  fixture->clock = booth_clock_new ();
  fixture->phone = booth_phone_new (apps, layout, fixture->clock, state);
  booth_open (&fixture->booth, 1);
  fixture->view = g_ptr_array_index (fixture->booth.views, 0);
  hih_phone_view_set_language (fixture->view, language);
  hih_phone_view_set_phone (fixture->view, fixture->phone);
  booth_settle (&fixture->booth);
}

void
booth_phone_close (BoothPhone *fixture)
{
  HihPhoneView *view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  booth_close (&fixture->booth);
  g_assert_null (view);
  g_assert_finalize_object (fixture->phone);
  g_assert_finalize_object (fixture->clock);
}

void
booth_pass_time (BoothPhone *fixture, gint64 ms)
{
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture->clock), ms);
}

const char *
booth_get_screen (BoothPhone *fixture)
{
  return hih_phone_state_get_screen (hih_phone_get_state (fixture->phone));
}

const char *
booth_get_key (BoothPhone *fixture, const char *key)
{
  return hih_phone_state_get (hih_phone_get_state (fixture->phone), key);
}
