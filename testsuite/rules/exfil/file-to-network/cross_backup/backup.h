#ifndef BACKUP_H
#define BACKUP_H

/* The server of the configuration, connected to; or -1. */
int backup_open(const char *configuration);
int backup_put(int out, const char *path);

#endif
