// What _FORTIFY_SOURCE wraps, with the C library's own headers.
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
ssize_t unknown(int fd, void *p, size_t n) { return recv(fd, p, n, 0) + read(fd, p, n) + write(fd, p, n); }
int opens(const char *path, int flags) { return open(path, O_RDONLY) + open(path, flags | O_CREAT, 0600); }
char *line(char *p, int n, FILE *f) { return fgets(p, n, f); }
int known(int fd) { char b[64]; ssize_t n = read(fd, b, sizeof b); return n > 0 ? b[0] : 0; }
