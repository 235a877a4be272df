void unmask(char *text, const unsigned char *bytes, unsigned size, unsigned char key);
