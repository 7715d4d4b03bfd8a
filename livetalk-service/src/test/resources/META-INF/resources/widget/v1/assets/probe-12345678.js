// stands for a built file
