/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-choice.h"

#include "hih-control.h"

void
hih_choice_mark (GtkWidget *line, GtkWidget *chosen, const char *icon)
{
  for (GtkWidget *one = gtk_widget_get_first_child (line); one != NULL; one = gtk_widget_get_next_sibling (one))
    {
      hih_control_set_look (HIH_CONTROL (one), one == chosen ? "chosen" : NULL);
      hih_control_set_icon (HIH_CONTROL (one), one == chosen ? "check" : icon);
      gtk_accessible_update_state (GTK_ACCESSIBLE (one), GTK_ACCESSIBLE_STATE_PRESSED,
                                   one == chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}
