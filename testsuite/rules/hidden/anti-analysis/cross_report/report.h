int is_traced(void);
int report(int fd);
