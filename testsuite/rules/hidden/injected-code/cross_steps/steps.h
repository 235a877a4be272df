int set_word(int pid, unsigned long at, long word);
