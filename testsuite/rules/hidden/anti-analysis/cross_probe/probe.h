int is_watched(void);
void collect(void);
