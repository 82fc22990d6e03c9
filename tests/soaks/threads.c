/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Laid over GLib when the threads are watched (tests/soaks/threads): ThreadSanitizer knows pthreads and the compiler's atomics,
 * and GLib's own locks, queues, tasks, sources and counts of references are neither, nor is GLib built with it. Whatever of
 * GLib makes one thread's deeds seen by another is told it here, and then done by GLib itself. Nothing else is: what two of our
 * threads touch without any of these is a race.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gio/gio.h>

/* Other programs that a test runs are not watched, and have none of these. */
void __tsan_acquire (void *address) __attribute__ ((weak));
void __tsan_release (void *address) __attribute__ ((weak));

/* What others did before they left word at @address is seen. */
static void
see (void *address)
{
  if (__tsan_acquire != NULL)
    __tsan_acquire (address);
}

static void
leave (void *address)
{
  if (__tsan_release != NULL)
    __tsan_release (address);
}

/* The function that would have been called without this file. */
#define NEXT(name) \
  static __typeof__ (&name) next; \
  if (__atomic_load_n (&next, __ATOMIC_RELAXED) == NULL) \
    __atomic_store_n (&next, (__typeof__ (&name)) dlsym (RTLD_NEXT, #name), __ATOMIC_RELAXED)

/* Locks. */

void
g_mutex_lock (GMutex *mutex)
{
  NEXT (g_mutex_lock);
  next (mutex);
  see (mutex);
}

void
g_mutex_unlock (GMutex *mutex)
{
  NEXT (g_mutex_unlock);
  leave (mutex);
  next (mutex);
}

/* A wait lets go of the lock, and has it again. */
void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  NEXT (g_cond_wait);
  leave (mutex);
  next (cond, mutex);
  see (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean signalled;

  NEXT (g_cond_wait_until);
  leave (mutex);
  signalled = next (cond, mutex, end_time);
  see (mutex);
  return signalled;
}

#undef g_once_init_leave
void
g_once_init_leave (volatile void *location, gsize result)
{
  NEXT (g_once_init_leave);
  leave ((void *) location);
  next (location, result);
}

/* Queues. */

void
g_async_queue_push (GAsyncQueue *queue, gpointer data)
{
  NEXT (g_async_queue_push);
  leave (queue);
  next (queue, data);
}

gpointer
g_async_queue_pop (GAsyncQueue *queue)
{
  gpointer data;

  NEXT (g_async_queue_pop);
  data = next (queue);
  see (queue);
  return data;
}

gpointer
g_async_queue_try_pop (GAsyncQueue *queue)
{
  gpointer data;

  NEXT (g_async_queue_try_pop);
  data = next (queue);
  see (queue);
  return data;
}

gpointer
g_async_queue_timeout_pop (GAsyncQueue *queue, guint64 timeout)
{
  gpointer data;

  NEXT (g_async_queue_timeout_pop);
  data = next (queue, timeout);
  see (queue);
  return data;
}

/* Counts: whoever drops the last one sees all that was done by those who dropped theirs before. */

#define COUNT(type, name, parameters, arguments, address) \
  type \
  name parameters \
  { \
    NEXT (name); \
    leave ((void *) (address)); \
    see ((void *) (address)); \
    return next arguments; \
  }

#undef g_atomic_ref_count_dec
COUNT (gboolean, g_atomic_ref_count_dec, (gatomicrefcount *count), (count), count)
COUNT (void, g_atomic_rc_box_release, (gpointer box), (box), box)
COUNT (void, g_atomic_rc_box_release_full, (gpointer box, GDestroyNotify clear), (box, clear), box)
COUNT (void, g_object_unref, (gpointer object), (object), object)

/* Tasks: from whoever begins one to the thread that does it, and from whoever answers to whoever asked. */

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc func = (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), "threads-func");

  see (task);
  func (task, source, data, cancellable);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  NEXT (g_task_run_in_thread);
  g_object_set_data (G_OBJECT (task), "threads-func", (gpointer) func);
  leave (task);
  next (task, work);
}

#define ANSWER(name, type, ...) \
  void \
  name (GTask *task, type result __VA_ARGS__)

ANSWER (g_task_return_pointer, gpointer, , GDestroyNotify destroy)
{
  NEXT (g_task_return_pointer);
  leave (task);
  next (task, result, destroy);
}

ANSWER (g_task_return_boolean, gboolean)
{
  NEXT (g_task_return_boolean);
  leave (task);
  next (task, result);
}

ANSWER (g_task_return_int, gssize)
{
  NEXT (g_task_return_int);
  leave (task);
  next (task, result);
}

ANSWER (g_task_return_error, GError *)
{
  NEXT (g_task_return_error);
  leave (task);
  next (task, result);
}

#define HEAR(type, name) \
  type \
  name (GTask *task, GError **error) \
  { \
    NEXT (name); \
    see (task); \
    return next (task, error); \
  }

HEAR (gpointer, g_task_propagate_pointer)
HEAR (gboolean, g_task_propagate_boolean)
HEAR (gssize, g_task_propagate_int)

/* Sources: what was done before one was made is seen by what it calls, in whichever thread. */

typedef struct
{
  GSourceFunc func;
  gpointer data;
  GDestroyNotify notify;
} Call;

static Call *
call_new (GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  Call *call = g_new (Call, 1);

  *call = (Call) { func, data, notify };
  leave (call);
  return call;
}

static gboolean
call_cb (gpointer data)
{
  Call *call = data;

  see (call);
  return call->func (call->data);
}

static void
call_free (gpointer data)
{
  Call *call = data;

  see (call);
  if (call->notify != NULL)
    call->notify (call->data);
  g_free (call);
}

/* Of sources only those that are called with their data alone: idle ones and clocks. Others have callbacks of another kind. */
void
g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  NEXT (g_source_set_callback);
  if (source->source_funcs == &g_idle_funcs || source->source_funcs == &g_timeout_funcs)
    next (source, call_cb, call_new (func, data, notify), call_free);
  else
    next (source, func, data, notify);
}

guint
g_idle_add_full (gint priority, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  NEXT (g_idle_add_full);
  return next (priority, call_cb, call_new (func, data, notify), call_free);
}

guint
g_idle_add (GSourceFunc func, gpointer data)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, func, data, NULL);
}

void
g_main_context_invoke_full (GMainContext *context, gint priority, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  NEXT (g_main_context_invoke_full);
  next (context, priority, call_cb, call_new (func, data, notify), call_free);
}
