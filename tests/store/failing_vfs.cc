// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/failing_vfs.h"

#include <new>

namespace vaughn::store {
namespace {

// The real VFS behind ours, and who counts; the two things every call needs.
struct Behind {
  sqlite3_vfs* real = nullptr;
  FailingVfs* counter = nullptr;
};
Behind* behind_of(sqlite3_vfs* vfs) {
  return static_cast<Behind*>(vfs->pAppData);
}

// SQLite allocates szOsFile bytes for a file: ours in front, the real one right behind it.
struct File {
  sqlite3_file base{};
  FailingVfs* counter = nullptr;
  alignas(sqlite3_int64) char real[1];
};
File* ours(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(ours(file)->real);
}

int write_file(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  const int result = ours(file)->counter->next_result();
  return result == SQLITE_OK ? real(file)->pMethods->xWrite(real(file), data, size, offset) : result;
}
// No machine crashes in a test, so waiting for the disk would only make hundreds of runs slow.
int sync_file(sqlite3_file* file, int) {
  return ours(file)->counter->next_result();
}
int delete_file(sqlite3_vfs* vfs, const char* name, int) {
  return behind_of(vfs)->real->xDelete(behind_of(vfs)->real, name, 0);
}

int close_file(sqlite3_file* f) {
  return real(f)->pMethods->xClose(real(f));
}
int read_file(sqlite3_file* f, void* data, int size, sqlite3_int64 at) {
  return real(f)->pMethods->xRead(real(f), data, size, at);
}
int truncate_file(sqlite3_file* f, sqlite3_int64 size) {
  return real(f)->pMethods->xTruncate(real(f), size);
}
int file_size(sqlite3_file* f, sqlite3_int64* size) {
  return real(f)->pMethods->xFileSize(real(f), size);
}
int lock_file(sqlite3_file* f, int level) {
  return real(f)->pMethods->xLock(real(f), level);
}
int unlock_file(sqlite3_file* f, int level) {
  return real(f)->pMethods->xUnlock(real(f), level);
}
int check_lock(sqlite3_file* f, int* out) {
  return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
int control(sqlite3_file* f, int op, void* arg) {
  return real(f)->pMethods->xFileControl(real(f), op, arg);
}
int sector_size(sqlite3_file* f) {
  return real(f)->pMethods->xSectorSize(real(f));
}
int traits(sqlite3_file* f) {
  return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
int map_shm(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
int lock_shm(sqlite3_file* f, int offset, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void barrier_shm(sqlite3_file* f) {
  real(f)->pMethods->xShmBarrier(real(f));
}
int unmap_shm(sqlite3_file* f, int remove) {
  return real(f)->pMethods->xShmUnmap(real(f), remove);
}

const sqlite3_io_methods kMethods = {2,           close_file,  read_file, write_file,  truncate_file,
                                     sync_file,   file_size,   lock_file, unlock_file, check_lock,
                                     control,     sector_size, traits,    map_shm,     lock_shm,
                                     barrier_shm, unmap_shm,   nullptr,   nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  const Behind* behind = behind_of(vfs);
  File* made = ::new (static_cast<void*>(file)) File;
  made->counter = behind->counter;
  const int result = behind->real->xOpen(behind->real, name, real(file), flags, out_flags);
  // Without methods SQLite does not close what was not opened.
  file->pMethods = real(file)->pMethods ? &kMethods : nullptr;
  return result;
}

}  // namespace

FailingVfs::FailingVfs(int successes, int result)
    : vfs_(*sqlite3_vfs_find(nullptr)), successes_(successes), result_(result) {
  vfs_.pAppData = new Behind{sqlite3_vfs_find(nullptr), this};
  vfs_.zName = "failing";
  vfs_.szOsFile += static_cast<int>(sizeof(File));
  vfs_.pNext = nullptr;
  vfs_.xOpen = open_file;
  vfs_.xDelete = delete_file;
  sqlite3_vfs_register(&vfs_, 1);
}

FailingVfs::~FailingVfs() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(behind_of(&vfs_)->real, 1);
  delete behind_of(&vfs_);
}

int FailingVfs::next_result() {
  if (successes_-- > 0) return SQLITE_OK;
  ++failures_;
  return result_;
}

}  // namespace vaughn::store
