import { Navigate, useParams } from 'react-router'

/** An order has no page of its own: its address opens the list with the order beside it. */
export default function OrderAddress() {
  const { id = '' } = useParams()
  return <Navigate replace to={`/orders?order=${encodeURIComponent(id)}`} />
}
