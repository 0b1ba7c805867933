import { keepPages } from '../../ui/sw/keep-pages.ts'

keepPages('portal-')
