// What _FORTIFY_SOURCE wraps, with the C library's own headers.
// ALSO: -O2 -D_FORTIFY_SOURCE=2; -O2 -D_FORTIFY_SOURCE=3
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
ssize_t unknown(int fd, void *p, size_t n) {
    return recv(fd, p, n, 0) + read(fd, p, n) + write(fd, p, n);
}
int opens(const char *path, int flags) {
    return open(path, O_RDONLY) + open(path, flags | O_CREAT, 0600);
}
char *line(char *p, int n, FILE *f) {
    return fgets(p, n, f);
}
int known(int fd) {
    char b[64];
    ssize_t n = read(fd, b, sizeof b);
    return n > 0 ? b[0] : 0;
}

// CHECK-LABEL: function @unknown
// CHECK: call 64 @recv $0, $1, $2, 0:32 !files.c:9:
// CHECK: call 64 @read $0, $1, $2
// CHECK: call 64 @write $0, $1, $2
// CHECK-LABEL: function @opens
// CHECK: call 32 variable @open $0, 0:32
// CHECK-LABEL: function @known
// CHECK: call 64 @read $0, %{{[0-9]+}}, 64:64
