/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loaded into a program with LD_PRELOAD: how long its main thread works between two waits. Everything a person sees
 * waits that long: the finger's ring, the film, the next key. A line is written for each turn of the main loop that takes
 * longer than HIH_LATENCY_MS (50), into HIH_LATENCY_FILE, with where the main thread was when that time had passed:
 *
 *   stall 61.2 ms (worked 55.0, of the clock 80.3; slowness 1.3): function < caller < …
 *
 * The first is the processor's time and the time the thread lay asleep on its own (a file, a lock), not the time it waited
 * for a processor that others had: a busy computer says nothing about the program. Nor is it counted that the display's
 * server waited for a processor while it was asked something. Worked is the thread's own time on a processor, which hardly
 * depends on what else runs. Slowness tells how long, right after the turn, this computer's processor takes for a piece of
 * work that is always the same, as against the one the limits were set on: whoever judges divides by it. And at the end: how
 * many turns, and the longest.
 */
#define _GNU_SOURCE
#include <execinfo.h>
#include <fcntl.h>
#include <glib.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define MAX_FRAMES 48

/* The piece of work: what a page is mostly made of, little strings and the memory for them. */
#define YARD_STRINGS 3000
#define YARD_MS 0.33 /* on the computer the limits were set on */
#define YARD_ROUNDS 3 /* the shortest counts: the others were disturbed */

static int output = -1;
static double limit_ms = 50;
static pthread_t main_thread;
static timer_t timer;
static gint64 turn_wall_us, turn_worked_ns, turn_queue_ns;
static gint64 turn_server_ns; /* in this turn the display's server waited for a processor, and we for the server */
static gboolean is_in_turn;
static void *frames[MAX_FRAMES];
static volatile int n_frames;
static guint n_turns;
static double longest_ms;

/* The nanoseconds a thread has waited for a processor, so far. @file: its schedstat, or -1. */
static gint64
read_queue_of (int file)
{
  char text[96];
  long long run, queue;
  ssize_t length = file < 0 ? -1 : pread (file, text, sizeof text - 1, 0);

  if (length <= 0)
    return 0;
  text[length] = '\0';
  return sscanf (text, "%lld %lld", &run, &queue) == 2 ? queue : 0;
}

static gint64
read_queue (void)
{
  static int file = -1;

  if (file < 0)
    file = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  return read_queue_of (file);
}

static gint64
read_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

/* The schedstat of the display's server, if it is at the other end of @fd; else -1. */
static int
find_server (int fd)
{
  static int known_fd = -1, server = -1;
  struct sockaddr_un address = { 0 };
  struct ucred peer;
  socklen_t length = sizeof address - 1, peer_length = sizeof peer;
  char path[64];

  if (fd == known_fd)
    return server;
  if (server >= 0 || getpeername (fd, (struct sockaddr *) &address, &length) != 0 || address.sun_family != AF_UNIX ||
      strstr (address.sun_path + (address.sun_path[0] == '\0'), "/.X11-unix/") == NULL ||
      getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &peer, &peer_length) != 0)
    return -1;
  snprintf (path, sizeof path, "/proc/%d/schedstat", (int) peer.pid);
  server = open (path, O_RDONLY | O_CLOEXEC);
  known_fd = fd;
  return server;
}

/* poll() of the C library, whose own declaration says that nothing is read from @fds. In the midst of a turn it is called
 * where something is waited for at once, such as the display's answer. */
int wait_for (struct pollfd *fds, nfds_t n, int timeout) __asm__ ("poll");

int
wait_for (struct pollfd *fds, nfds_t n, int timeout)
{
  struct timespec time = { timeout / 1000, timeout % 1000 * 1000000L };
  gboolean in_turn = is_in_turn && n == 1 && timeout != 0 && pthread_equal (pthread_self (), main_thread);
  int server = in_turn ? find_server (fds->fd) : -1;
  gint64 before = read_queue_of (server), begun = g_get_monotonic_time ();
  int status = ppoll (fds, n, timeout < 0 ? NULL : &time, NULL);

  if (server >= 0)
    turn_server_ns += MIN (read_queue_of (server) - before, (g_get_monotonic_time () - begun) * 1000);
  return status;
}

static void
alarm_cb (int signal)
{
  if (is_in_turn && n_frames == 0)
    n_frames = backtrace (frames, MAX_FRAMES);
}

static void
set_alarm (double ms)
{
  struct itimerspec when = { { 0, 0 }, { (time_t)(ms / 1000), (long)(ms * 1e6) % 1000000000L } };

  timer_settime (timer, 0, &when, NULL);
}

static double
measure_slowness (void)
{
  double least_ms = G_MAXDOUBLE;

  for (int round = 0; round < YARD_ROUNDS; round++)
    {
      gint64 begun = read_worked ();
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < YARD_STRINGS; i++)
        g_hash_table_add (table, g_strdup_printf ("string %u", i));
      g_hash_table_unref (table);
      least_ms = MIN (least_ms, (read_worked () - begun) / 1e6);
    }
  return least_ms / YARD_MS;
}

static void
tell_stall (double ms, double worked_ms, double wall_ms)
{
  char line[128];
  int length = snprintf (line, sizeof line, "stall %.1f ms (worked %.1f, of the clock %.1f; slowness %.2f)\n", ms, worked_ms,
                         wall_ms, measure_slowness ());

  if (write (output, line, length) == length && n_frames > 0)
    {
      backtrace_symbols_fd (frames, n_frames, output);
      if (write (output, "\n", 1) != 1)
        return;
    }
}

static gint
poll_cb (GPollFD *fds, guint n, gint timeout)
{
  static GPollFunc usual;
  gint status;

  if (usual == NULL)
    usual = (GPollFunc) poll;
  if (is_in_turn && pthread_equal (pthread_self (), main_thread))
    {
      double wall_ms = (g_get_monotonic_time () - turn_wall_us) / 1000.0;
      double ms = wall_ms - (read_queue () - turn_queue_ns + turn_server_ns) / 1e6;
      double worked_ms = (read_worked () - turn_worked_ns) / 1e6;

      set_alarm (0);
      n_turns++;
      longest_ms = MAX (longest_ms, ms);
      if (MAX (ms, worked_ms) > limit_ms)
        tell_stall (ms, worked_ms, wall_ms);
      is_in_turn = FALSE;
    }
  status = usual (fds, n, timeout);
  if (pthread_equal (pthread_self (), main_thread))
    {
      n_frames = 0;
      turn_wall_us = g_get_monotonic_time ();
      turn_queue_ns = read_queue ();
      turn_worked_ns = read_worked ();
      turn_server_ns = 0;
      is_in_turn = TRUE;
      set_alarm (limit_ms);
    }
  return status;
}

static void __attribute__ ((constructor)) begin (void)
{
  const char *path = g_getenv ("HIH_LATENCY_FILE");
  struct sigaction action = { .sa_handler = alarm_cb, .sa_flags = SA_RESTART };
  struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGPROF };

  if (path == NULL)
    return;
  output = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (g_getenv ("HIH_LATENCY_MS") != NULL)
    limit_ms = g_ascii_strtod (g_getenv ("HIH_LATENCY_MS"), NULL);
  main_thread = pthread_self ();
  backtrace (frames, MAX_FRAMES); /* loads what it needs now, not in a signal */
  sigaction (SIGPROF, &action, NULL);
  event._sigev_un._tid = syscall (SYS_gettid);
  timer_create (CLOCK_MONOTONIC, &event, &timer);
  g_main_context_set_poll_func (NULL, poll_cb);
}

static void __attribute__ ((destructor)) end (void)
{
  if (output >= 0)
    dprintf (output, "turns %u, longest %.1f ms\n", n_turns, longest_ms);
}
