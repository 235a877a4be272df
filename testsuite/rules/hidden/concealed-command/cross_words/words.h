const char *word_at(char *room);
