/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SQLite's default VFS under a thin one that counts. Below it are the functions of the C library that this program's own
 * files go through: a program's symbols come before a library's, so GLib finds these ones too. What SQLite's VFS calls
 * there is not counted twice. Whoever gives way (unlock, close, the last of shared memory) never fails: nothing can be
 * done about it, and no disk does it.
 */
/* open64 and its like would otherwise be other names of open. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE
#define _GNU_SOURCE
#include "faulty-disk.h"

#include "unsynced.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* lies behind this */
  gpointer unsynced;  /* (nullable): what is known of it, while the power is to go */
} File;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs own_vfs;
static sqlite3_mem_methods real_memory;
static int armed;
static FaultyMode mode;
static guint fail_at;
static guint n_calls;
static const char *failed_call;
static __thread int in_sqlite;

const char *
faulty_mode_to_string (FaultyMode value)
{
  static const char *const names[] = { "once", "ever", "full", "cut", "memory-once", "memory-ever" };

  return names[value];
}

static gboolean
is_its_turn (const char *call)
{
  guint n = (guint) g_atomic_int_add ((gint *) &n_calls, 1) + 1;

  if (n < fail_at || (n > fail_at && (mode == FAULTY_ONCE || mode == FAULTY_MEMORY_ONCE)))
    return FALSE;
  g_atomic_pointer_compare_and_exchange (&failed_call, NULL, call);
  return TRUE;
}

/* Whether this call is to fail. */
static gboolean
fails (const char *call, gboolean writes)
{
  return g_atomic_int_get (&armed) && mode < FAULTY_MEMORY_ONCE && (mode != FAULTY_FULL || writes) && is_its_turn (call);
}

static gboolean
memory_fails (void)
{
  return g_atomic_int_get (&armed) && mode >= FAULTY_MEMORY_ONCE && is_its_turn ("memory");
}

void
faulty_disk_arm (guint nth, FaultyMode new_mode)
{
  mode = new_mode;
  fail_at = nth;
  n_calls = 0;
  failed_call = NULL;
  g_atomic_int_set (&armed, 1);
}

gboolean
faulty_disk_disarm (void)
{
  g_atomic_int_set (&armed, 0);
  unsynced_end (failed_call != NULL);
  return failed_call != NULL;
}

const char *
faulty_disk_get_failed (void)
{
  return failed_call;
}

#define REAL(file) (((File *) (file))->real)
/* The real call, whose own calls of the C library are not counted. */
#define WITHIN(call) \
  ({ \
    int rc_; \
    in_sqlite++; \
    rc_ = REAL (file)->pMethods->call; \
    in_sqlite--; \
    rc_; \
  })

static int
faulty_close (sqlite3_file *file)
{
  return WITHIN (xClose (REAL (file)));
}

static int
faulty_read (sqlite3_file *file, void *bytes, int n, sqlite3_int64 at)
{
  return fails ("read", FALSE) ? SQLITE_IOERR_READ : WITHIN (xRead (REAL (file), bytes, n, at));
}

static int
faulty_write (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
  if (fails ("write", TRUE))
    {
      /* Half of it may well have got there; without power nothing did. */
      if (n > 1 && mode != FAULTY_CUT)
        WITHIN (xWrite (REAL (file), bytes, n / 2, at));
      return mode == FAULTY_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
  unsynced_note_write (((File *) file)->unsynced, bytes, (gsize) n, at);
  return WITHIN (xWrite (REAL (file), bytes, n, at));
}

static int
faulty_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails ("truncate", FALSE))
    return SQLITE_IOERR_TRUNCATE;
  unsynced_note_truncate (((File *) file)->unsynced, size);
  return WITHIN (xTruncate (REAL (file), size));
}

static int
faulty_sync (sqlite3_file *file, int flags)
{
  int rc;

  if (fails ("sync", FALSE))
    return SQLITE_IOERR_FSYNC;
  rc = WITHIN (xSync (REAL (file), flags));
  if (rc == SQLITE_OK)
    unsynced_forget (((File *) file)->unsynced);
  return rc;
}

static int
faulty_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return fails ("file size", FALSE) ? SQLITE_IOERR_FSTAT : WITHIN (xFileSize (REAL (file), size));
}

static int
faulty_lock (sqlite3_file *file, int level)
{
  return fails ("lock", FALSE) ? SQLITE_IOERR_LOCK : WITHIN (xLock (REAL (file), level));
}

static int
faulty_unlock (sqlite3_file *file, int level)
{
  return WITHIN (xUnlock (REAL (file), level));
}

static int
faulty_check_lock (sqlite3_file *file, int *reserved)
{
  return fails ("look at a lock", FALSE) ? SQLITE_IOERR_CHECKRESERVEDLOCK : WITHIN (xCheckReservedLock (REAL (file), reserved));
}

static int
faulty_control (sqlite3_file *file, int op, void *argument)
{
  return WITHIN (xFileControl (REAL (file), op, argument));
}

static int
faulty_sector (sqlite3_file *file)
{
  return WITHIN (xSectorSize (REAL (file)));
}

static int
faulty_device (sqlite3_file *file)
{
  return WITHIN (xDeviceCharacteristics (REAL (file)));
}

static int
faulty_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  /* On a full disk it is where the file of shared memory cannot grow. */
  if (fails ("shared memory", extend != 0))
    {
      *memory = NULL;
      return SQLITE_IOERR_SHMMAP;
    }
  return WITHIN (xShmMap (REAL (file), page, size, extend, memory));
}

static int
faulty_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  if ((flags & SQLITE_SHM_LOCK) != 0 && fails ("shared lock", FALSE))
    return SQLITE_IOERR_SHMLOCK;
  return WITHIN (xShmLock (REAL (file), offset, n, flags));
}

static void
faulty_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
faulty_shm_unmap (sqlite3_file *file, int delete_it)
{
  return WITHIN (xShmUnmap (REAL (file), delete_it));
}

/* The second version: without memory maps, which this program switches off. */
static const sqlite3_io_methods methods = {
  2, faulty_close, faulty_read, faulty_write, faulty_truncate, faulty_sync, faulty_size, faulty_lock, faulty_unlock,
  faulty_check_lock, faulty_control, faulty_sector, faulty_device, faulty_shm_map, faulty_shm_lock, faulty_shm_barrier,
  faulty_shm_unmap, NULL, NULL,
};

static int
faulty_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int rc;

  self->base.pMethods = NULL;
  self->unsynced = NULL;
  self->real = (sqlite3_file *) (self + 1);
  if (fails ("open", (flags & SQLITE_OPEN_CREATE) != 0))
    return SQLITE_CANTOPEN;
  in_sqlite++;
  rc = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (rc == SQLITE_OK && name != NULL && g_atomic_int_get (&armed) && mode == FAULTY_CUT)
    self->unsynced = unsynced_watch (name);
  in_sqlite--;
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;
  return rc;
}

static int
faulty_delete (sqlite3_vfs *vfs, const char *name, int sync_dir)
{
  int rc;

  if (fails ("delete", FALSE))
    return SQLITE_IOERR_DELETE;
  in_sqlite++;
  rc = real_vfs->xDelete (real_vfs, name, sync_dir);
  in_sqlite--;
  return rc;
}

static int
faulty_access (sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
  int rc;

  if (fails ("access", FALSE))
    return SQLITE_IOERR_ACCESS;
  in_sqlite++;
  rc = real_vfs->xAccess (real_vfs, name, flags, out);
  in_sqlite--;
  return rc;
}

static void *
faulty_malloc (int n)
{
  return memory_fails () ? NULL : real_memory.xMalloc (n);
}

static void *
faulty_realloc (void *memory, int n)
{
  return memory_fails () ? NULL : real_memory.xRealloc (memory, n);
}

void
faulty_disk_install (void)
{
  sqlite3_mem_methods own_memory;

  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory);
  own_memory = real_memory;
  own_memory.xMalloc = faulty_malloc;
  own_memory.xRealloc = faulty_realloc;
  sqlite3_config (SQLITE_CONFIG_MALLOC, &own_memory);
  /* What is small would come out of a store of its own. */
  sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0);
  real_vfs = sqlite3_vfs_find (NULL);
  own_vfs = *real_vfs;
  own_vfs.zName = "faulty";
  own_vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  own_vfs.xOpen = faulty_open;
  own_vfs.xDelete = faulty_delete;
  own_vfs.xAccess = faulty_access;
  sqlite3_vfs_register (&own_vfs, 1);
}

/* The C library's. */

/* The files of a test lie in folders of this name; what else a program opens is left alone. */
static gboolean
path_fails (const char *call, const char *path, gboolean writes)
{
  if (in_sqlite > 0 || !g_atomic_int_get (&armed) || strstr (path, "hih-records-") == NULL || !fails (call, writes))
    return FALSE;
  errno = mode == FAULTY_FULL ? ENOSPC : EIO;
  return TRUE;
}

#define NEXT(name) \
  static __typeof__ (&name) next; \
  if (next == NULL) \
    next = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name)

#define DEFINE_OPEN(name) \
  int name (const char *path, int flags, ...) \
  { \
    mode_t bits = 0; \
    NEXT (name); \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0) \
      { \
        va_list list; \
        va_start (list, flags); \
        bits = va_arg (list, mode_t); \
        va_end (list); \
      } \
    return path_fails (#name, path, (flags & O_CREAT) != 0) ? -1 : next (path, flags, bits); \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)

int
rename (const char *from, const char *to)
{
  NEXT (rename);
  return path_fails ("rename", from, FALSE) ? -1 : next (from, to);
}

int
link (const char *from, const char *to)
{
  NEXT (link);
  return path_fails ("link", from, TRUE) ? -1 : next (from, to);
}

int
mkdir (const char *path, mode_t bits)
{
  NEXT (mkdir);
  return path_fails ("mkdir", path, TRUE) ? -1 : next (path, bits);
}

int
chmod (const char *path, mode_t bits)
{
  NEXT (chmod);
  return path_fails ("chmod", path, FALSE) ? -1 : next (path, bits);
}

int
unlink (const char *path)
{
  NEXT (unlink);
  return path_fails ("unlink", path, FALSE) ? -1 : next (path);
}

int
fsync (int fd)
{
  g_autofree char *link_path = g_strdup_printf ("/proc/self/fd/%d", fd);
  char path[4096] = "";
  ssize_t length = readlink (link_path, path, sizeof path - 1);

  NEXT (fsync);
  if (length > 0 && path_fails ("fsync", path, FALSE))
    return -1;
  if (in_sqlite == 0 && g_atomic_int_get (&armed))
    unsynced_forget (unsynced_find (fd));
  return next (fd);
}
