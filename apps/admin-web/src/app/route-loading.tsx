import { Center, Loader } from '@mantine/core';

export function RouteLoading() {
  return (
    <Center mih="60vh">
      <Loader type="dots" />
    </Center>
  );
}
