/* Reads what it is given. */
void note(const char *text);
