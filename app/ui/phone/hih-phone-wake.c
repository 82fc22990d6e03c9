/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-phone-wake.h"

/**
 * hih_phone_wake_init:
 * @widget: whose frames count
 * @advance: moves it to the clock's present moment
 */
void
hih_phone_wake_init (HihPhoneWake *self, GtkWidget *widget, gboolean (*advance) (gpointer widget))
{
  *self = (HihPhoneWake) { .widget = widget, .advance = advance };
}

static void
timeout_cb (gpointer data)
{
  HihPhoneWake *self = data;

  self->timeout = 0;
  self->advance (self->widget);
  /* It hears of a mouth that opened or words that went when it asks next. */
  self->woken = self->clock != NULL && HIH_IS_VIRTUAL_CLOCK (self->clock);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HihPhoneWake *self = data;

  if (self->advance (widget))
    return G_SOURCE_CONTINUE;
  self->ticker = 0;
  return G_SOURCE_REMOVE;
}

/**
 * hih_phone_wake_rest:
 */
void
hih_phone_wake_rest (HihPhoneWake *self)
{
  if (self->clock != NULL)
    hih_clock_clear_timeout (self->clock, &self->timeout);
}

/**
 * hih_phone_wake_schedule:
 * @moving: whether to look again at the next frame
 * @wait_ms: when to look again otherwise; -1 for never
 */
void
hih_phone_wake_schedule (HihPhoneWake *self, HihClock *clock, gboolean moving, gint64 wait_ms)
{
  hih_phone_wake_rest (self);
  g_set_object (&self->clock, clock);
  if (moving && !HIH_IS_VIRTUAL_CLOCK (clock) && self->ticker == 0)
    self->ticker = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
  if (wait_ms >= 0 && gtk_widget_get_mapped (self->widget))
    self->timeout = hih_clock_add_timeout (clock, MAX (wait_ms, 1), timeout_cb, self);
}

/**
 * hih_phone_wake_stop:
 */
void
hih_phone_wake_stop (HihPhoneWake *self)
{
  hih_phone_wake_rest (self);
  if (self->ticker != 0)
    gtk_widget_remove_tick_callback (self->widget, self->ticker);
  self->ticker = 0;
  g_clear_object (&self->clock);
}

/**
 * hih_phone_wake_take_woken:
 */
gboolean
hih_phone_wake_take_woken (HihPhoneWake *self)
{
  gboolean woken = self->woken;

  self->woken = FALSE;
  return woken;
}
