struct board {
    int users;
    char last[64];
};

struct board *board_open(void);
void board_note(struct board *board, const char *word);
void board_close(struct board *board);
