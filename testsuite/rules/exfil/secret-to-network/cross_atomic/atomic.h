#include <sys/types.h>

typedef ssize_t move(int fd, void *buffer, size_t size);

/* Moves all SIZE bytes by MOVER, read or put. */
size_t atomic_move(move *mover, int fd, void *buffer, size_t size);
ssize_t put(int fd, void *buffer, size_t size);
