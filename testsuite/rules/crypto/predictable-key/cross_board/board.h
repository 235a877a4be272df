int board_number(char *text, int size);
int board_secret(unsigned char *bytes, int size);
