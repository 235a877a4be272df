#include "board.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>

struct board *board_open(void) {
    int fd = shm_open("/board", O_RDWR, 0600);
    void *board = mmap(0, sizeof(struct board), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    return board == MAP_FAILED ? 0 : board;
}

void board_note(struct board *board, const char *word) {
    board->users++;
    strncpy(board->last, word, sizeof board->last - 1);
}

void board_close(struct board *board) {
    // report@+1: exfil/to-process
    munmap(board, sizeof *board);
}
