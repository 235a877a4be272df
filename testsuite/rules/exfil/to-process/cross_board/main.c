#include "board.h"

#include <unistd.h>

int main(void) {
    struct board *board = board_open();
    if (!board)
        return 1;
    board_note(board, getpass("Password: "));
    board_close(board);
    return 0;
}
