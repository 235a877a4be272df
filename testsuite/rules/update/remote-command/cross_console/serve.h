int serve_line(void);
