void on_readable(int fd, void (*call)(int fd, void *what), void *what);
int run_loop(void);
